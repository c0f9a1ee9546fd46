"""The run of words that is expected: a clause from its subject on, a complement from behind its preposition on, each to
its own end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.syntax import base, children
from sayso.extract._saying.frames import is_clause

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

#: First and last word.
Run = tuple[int, int]
#: What opens a condition, and auxiliaries that do so before their subject ("Should the dam break, …").
CONDITIONS = frozenset(("if", "unless", "provided", "providing"))
INVERTED = frozenset(("should", "were"))
_BESIDE = ("parataxis", "discourse", "vocative")
_LEAD = ("that", "and", "but", "or", "while")
_LOOSE = frozenset(("and", "but", "or", "including"))


def run_of(head: Token, *, skip: tuple[Token, ...] = (), lead: tuple[str, ...] = _LEAD) -> Run:
    """The run under `head`, without what speaks about it, what comes before its subject, and loose edges."""
    doc = head.doc
    left, right = _without_holes(head, skip)
    left, right = _on_one_line(head, left, _with_gerund(head, right))
    left = _from_subject(head, left)
    while left < head.i and (doc[left].is_punct or doc[left].is_quote or doc[left].is_space or _leads(doc[left], lead)):
        left += 1
    while left < head.i and _introduces(doc[left], head):
        left += 1
    while right > head.i and _is_loose(doc[right]) and not _closes(doc[left:right], doc[right]):
        right -= 1
    return left, right


def _leads(token: Token, lead: tuple[str, ...]) -> bool:
    """A word that opens a clause, and not the determiner of its subject ("that fact will never change")."""
    return token.lower_ in lead and token.dep_ != "det"


def before_condition(head: Token, run: Run) -> Run:
    """ "to open fire unless they withdraw": what is threatened, without what would avert or bring it."""
    marks = (t.i for t in head.doc[head.i + 1 : run[1]] if t.lower_ in ("if", "unless") and t.dep_ == "mark")
    return run[0], min(run[1], next(marks, run[1] + 1) - 1)


def _with_gerund(head: Token, right: int) -> int:
    """ "readiness to continue working": a gerund that the parse hung beside the infinitive right before it."""
    after = head.doc[right + 1] if head.tag_ == "VB" and right + 1 < len(head.doc) else None
    beside = after is not None and after.tag_ == "VBG" and after.head.i == head.head.i != head.i
    return after.right_edge.i if after is not None and beside else right


def condition_start(heads: tuple[Token, ...], first: int) -> int:
    """Where the condition before what is expected begins ("If the dam breaks, …"); `first` where there is none."""
    doc = heads[0].doc
    for clause in (child for head in heads for child in children(head, "advcl")):
        between = doc[clause.right_edge.i + 1 : first]
        if clause.i < first and len(between) <= 1 and all(token.is_punct for token in between) and is_condition(clause):
            return clause.left_edge.i
    return first


def condition_before_aside(heads: tuple[Token, ...], first: int) -> int:
    """Where the condition of "If the dam breaks, a clerk said, the town will drown" begins, in code points; `first`, a
    code point too, where there is none.
    """
    clauses = (child for head in heads for child in children(head, "advcl") if child.idx < first)
    return next((clause.left_edge.idx for clause in clauses if is_condition(clause)), first)


def is_condition(clause: Token) -> bool:
    """ "If the dam breaks", "should the dam break", "provided the dam holds"."""
    opening = clause.doc[clause.left_edge.i]
    if opening.lower_ in CONDITIONS or any(mark.lower_ in CONDITIONS for mark in children(clause, "mark")):
        return True
    return opening.lower_ in INVERTED and opening.head.i == clause.i


def _is_loose(token: Token) -> bool:
    return token.is_punct or token.is_quote or token.is_space or token.lower_ in _LOOSE


def _closes(before: Words, mark: Token) -> bool:
    """Whether the mark ends a quotation or a bracket that the words before it open."""
    if mark.text == ")":
        return sum(t.text == "(" for t in before) > sum(t.text == ")" for t in before)
    return mark.is_quote and sum(token.is_quote for token in before) % 2 == 1


def _introduces(token: Token, head: Token) -> bool:
    """A preposition or conjunction of the head itself; "to" stays with its infinitive."""
    return token.dep_ in ("case", "mark") and token.head.i == head.i and token.lower_ != "to"


def _without_holes(head: Token, skip: tuple[Token, ...]) -> Run:
    """The words under `head` up to what is another's: an aside, the one who says it, a clause that goes on."""
    holes = [c for c in head.children if (base(c.dep_) in _BESIDE and is_clause(c)) or c in skip]
    holes += [c for c in children(head, "conj") if is_clause(head) and c.i > head.i and _has_subject(c)]
    left, right = head.left_edge.i, head.right_edge.i
    for hole in holes:
        if hole.i > head.i:
            right = min(right, hole.left_edge.i - 1)
        else:
            left = max(left, hole.right_edge.i + 1)
    return left, right


def _has_subject(clause: Token) -> bool:
    return is_clause(clause) and any(c.i < clause.i for c in children(clause, "nsubj", "csubj", "expl"))


def _on_one_line(head: Token, left: int, right: int) -> Run:
    doc = head.doc
    left = max((i + 1 for i in range(left, head.i) if "\n" in doc[i].text), default=left)
    return left, min((i - 1 for i in range(head.i + 1, right + 1) if "\n" in doc[i].text), default=right)


def _gerund_beside(head: Token) -> Token | None:
    """ "Said [naming] the crews could harm them": the subject, which the parse may hang on the verb of speech."""
    before = head.doc[head.left_edge.i - 1] if head.left_edge.i else None
    others = children(head.head, "ccomp", "xcomp") if base(head.dep_) == "ccomp" else []
    told = (c for c in others if c.tag_ == "VBG" and c.i < head.i and c.head.i < c.left_edge.i)
    return next((c for c in told if before is not None and c.right_edge.i == before.i), None)


def _from_subject(head: Token, left: int) -> int:
    """ "With the harbour shut, traders will …": a prelude set off by a comma is no part of what is expected."""
    subject = next((c for c in reversed(children(head, "nsubj", "csubj", "expl")) if c.i < head.i), None)
    gerund = _gerund_beside(head) if subject is None and left == head.left_edge.i else None
    if gerund is not None:
        return gerund.left_edge.i
    if subject is None:
        return left
    start = subject.left_edge.i
    before = head.doc[start - 1] if left < start else None
    return start if before is not None and (before.is_punct or before.dep_ == "mark") else left
