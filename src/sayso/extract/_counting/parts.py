"""Whom a count counts: the group, those joined to it, and the parts of it that are told beside it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.grammar import PLURAL
from sayso.codebook.match import lemma
from sayso.extract._counting.count import Count, numbered
from sayso.extract._counting.counts import SUBJECT_VERBS
from sayso.extract._counting.harmed import NOUNS, OBJECT_VERBS, STATES, part_of_harmed
from sayso.extract._sides.listed import members

#: How far behind its number a noun may stand.
NEAR = 4
#: What stands for a group whose part is told: "among them three boys".
OF_THEM = frozenset({"them", "whom", "which"})
#: What a part of the group, or who shares its lot, stands under.
BESIDE = frozenset({"including", "along with", "together with", "as well as"})
#: Words of a phrase before its noun.
BEFORE = frozenset({"det", "amod", "nummod", "compound"})
#: Parts of a group without a number: "most of them women".
SHARES = frozenset({"all", "half", "many", "most", "several", "some"})


def groups(count: Count) -> list[Token]:
    """The group, those joined to it, and those named inside it ("11 people, including two children")."""
    if count.running:
        return [count.who, *(one for part in _right_behind(count.who) for one in members(part))]
    found = [numbered_by_name(one) for one in members(count.who)]
    parts = [part for token in list(found) for part in _parts(token)]
    found += [one for part in parts for one in members(part)]
    shares = {share.i for one in found if (share := share_of(one)) is not None}
    return [t for t in dict.fromkeys(found) if t.i == found[0].i or not (t.i in shares or _has_own_effect(t))]


def behind_colon(count: Count) -> list[Token]:
    """ "37 people died on the first night: 27 farmers and ten nuns": those whom a list behind a colon counts, each part
    of which begins with its number.
    """
    sent, start = count.cue.sent, min(count.who.i, count.cue.i)
    colon = next((t.i for t in sent.doc[start : sent.end] if t.text == ":"), sent.end)
    found: list[Token] = []
    begins = True
    for token in sent.doc[colon + 1 : sent.end]:
        if token.text in (",", ";") or token.lower_ == "and":
            begins = True
        elif begins and token.pos_ != "NUM":
            break
        elif begins:
            begins = False
            counted = token.head if token.dep_ == "nummod" and 0 < token.head.i - token.i <= NEAR else token
            found.append(counted)
    return found if len(found) > 1 else []


def numbered_by_name(group: Token) -> Token:
    """ "14 men" of "the crews, 14 men": the apposition that has the number of a group, else the group."""
    if group.tag_ not in PLURAL or numbered(group):
        return group
    return next((t for t in syntax.children(group, "appos") if t.tag_ in PLURAL and numbered(t)), group)


def share_of(part: Token) -> Token | None:
    """ "Three" of "three of them officers", "three of the dead were officers"; None where the part is counted as others
    are.
    """
    if (harmed := part_of_harmed(part)) is not None:
        return harmed[0]
    doc, at = part.doc, part.left_edge.i
    at = part.i if any(t.lower_ in OF_THEM for t in doc[at : part.i]) else at
    while at > part.sent.start and _is_before(doc[at - 1], part):
        at -= 1
    before = doc[max(at - 3, part.sent.start) : at]
    return before[0] if len(before) == 3 and _leads(before[0]) else None


def _is_before(word: Token, noun: Token) -> bool:
    """Whether it is a word of the noun's phrase before it, but for its number."""
    return word.tag_ in ("JJ", "NN", "HYPH") or (word.dep_ == "det" and word.head.i == noun.i)


def _has_own_effect(token: Token) -> bool:
    """ "killing four and wounding nine", "18 deaths and 45 injuries", "four were killed and nine others injured": what
    is joined has an effect of its own.
    """
    beside = (*token.lefts, *(t for t in token.rights if t.i == token.i + 1))
    return lemma(token) in NOUNS or any(lemma(t) in OBJECT_VERBS or t.lower_ in STATES for t in beside)


def _parts(token: Token) -> Iterator[Token]:
    """What stands after "including" or "among them" beside the group, or after "two of them"."""
    near = [*token.children, *(c for c in token.head.children if c.i > token.i)]
    yield from (c for c in near if syntax.case_of(c) in BESIDE and c.i != token.i)
    yield from _right_behind(token)


def _right_behind(token: Token) -> Iterator[Token]:
    """ "Killed nine people, among them three boys", "two of them children", whatever the parse hangs the boys on."""
    for one in token.doc[token.i + 1 : token.sent.end - 2]:
        if one.lower_ == "among" and one.nbor().lower_ in OF_THEM:
            yield from _head_of(one.nbor(2))
            return
        if _leads(one) and one.i + 3 < token.sent.end:
            yield from _head_of(one.nbor(3))
            return
        if _tells_effect(one) and one.i not in (token.i + 1, token.head.i):  # "nine people died, among them …"
            return


def _tells_effect(word: Token) -> bool:
    return lemma(word) in OBJECT_VERBS or lemma(word) in SUBJECT_VERBS or word.lower_ in STATES


def _leads(word: Token) -> bool:
    """Whether "two of them", "most of whom" begins at the word, behind a mark."""
    doc, at = word.doc, word.i
    shares = word.pos_ == "NUM" or word.lower_ in SHARES
    behind = [t.lower_ for t in doc[at + 1 : min(at + 3, word.sent.end)]]
    return shares and at > word.sent.start and doc[at - 1].is_punct and behind[:1] == ["of"] and behind[-1] in OF_THEM


def _head_of(first: Token) -> Iterator[Token]:
    """The noun of the phrase that begins with the word, or the number itself; none where a clause begins."""
    while first.dep_ in BEFORE and first.head.i > first.i:
        first = first.head
    if first.pos_ in ("NUM", "NOUN", "PROPN"):
        yield first
