"""Finding time expressions: passes of rules over the words, the longest match first from the left."""

from __future__ import annotations

from itertools import groupby

from sayso.digest._lexer import Word
from sayso.digest._times.makers import MAKERS
from sayso.digest._times.rules import Lexicon, Match, Node, Rule, load_rules
from sayso.digest._times.timex import Moment


def find_moments(words: list[Word]) -> list[Node]:
    """The nodes that hold a moment, in text order; the words are those of `merge_numbers`."""
    lexicon, rules = load_rules()
    nodes = [lexicon.node(word) for word in words]
    for _, of_pass in groupby(rules, key=lambda rule: rule.step):
        nodes = _rewrite(nodes, list(of_pass), lexicon)
    return [node for node in nodes if node.moment is not None]


def _rewrite(nodes: list[Node], rules: list[Rule], lexicon: Lexicon) -> list[Node]:
    """The nodes with every match of one pass replaced by one node."""
    signs = "".join(node.sign for node in nodes)
    matches = [
        (found.start(), -found.end(), order, found)
        for order, rule in enumerate(rules)
        for found in rule.pattern.finditer(signs)
    ]
    matches.sort(key=lambda item: item[:3])
    out: list[Node] = []
    at = 0
    for start, negative_end, order, found in matches:
        end = -negative_end
        if start < at:
            continue
        rule = rules[order]
        parts = {name: found.start(name) for name in rule.pattern.groupindex if found.start(name) >= 0}
        moment = MAKERS[rule.make](Match(nodes, start, end, parts, lexicon))
        if moment is None:
            continue
        out.extend(nodes[at:start])
        out.append(_joined(nodes, start, end, moment, lexicon.sign_of[frozenset((rule.gives,))]))
        at = end
    out.extend(nodes[at:])
    return out


def _joined(nodes: list[Node], start: int, end: int, moment: Moment, sign: str) -> Node:
    first, last = nodes[start], nodes[end - 1]
    return Node(first.start, last.end, first.lower, sign, first.word, moment)
