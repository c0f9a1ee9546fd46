"""What is expected: forecasts, warnings, plans, intentions, threats, hopes and fears about what is to come.

Each with its holder, its cue, the probability that the words give, a horizon and the event that it expects.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from sayso.codebook.syntax import base, case_of, children
from sayso.extract._expecting import degree
from sayso.extract._expecting.expect import find_expectations
from sayso.extract._expecting.expectation import RANK, Expectation, is_behind_noun, subjects_of
from sayso.extract._expecting.reckoned import with_reckoning
from sayso.extract._expecting.runs import condition_before_aside, condition_start
from sayso.extract._expecting.traps import is_trap, is_void
from sayso.extract._saying import sources
from sayso.extract._saying.authors import speaking
from sayso.extract._saying.draft import Shelf, likeness, shared
from sayso.extract._saying.frames import span_of
from sayso.extract._saying.voice import FIRST_PERSON, spoken, voice_of
from sayso.extract.attribution import chain_of, shelf_of
from sayso.model import Event, Outlook, Source, Span, Spans, Statement, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest.digest import Digest

#: Share of words two expectations have in common when they are one.
SAME = 0.5
#: What hangs on a clause and is no part of its happening, and prepositions of another one beside it.
_APART = frozenset(("acl", "advcl", "amod", "appos", "parataxis"))
_WHEN = frozenset(("before", "after", "during", "until", "since", "ahead of", "following", "amid", "despite", "by"))
_MEANING = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM", "PRON"))
#: How sure an outlook is by where its cue stands; precision on `tests/gold/outlooks.jsonl`, by hand.
SCORES = {"raise": 0.9, "control": 0.85, "modal": 0.7, "adverb": 0.8, "noun": 0.7, "modifier": 0.6, "verb": 0.7}


def find_outlooks(digest: Digest, statements: Sequence[Statement], events: Sequence[Event]) -> tuple[Outlook, ...]:
    """All outlooks of the report, in text order."""
    shelf = shelf_of(digest, statements)
    triggers: Shelf[Event] = Shelf()
    for event in events:
        triggers.put(event.trigger.spans[0], event)
    found = [(one, bool(_over(shelf, one))) for one in find_expectations(digest.doc) if _says_something(one)]
    void = {one.head.i for one, said in found if one.anchor.i < one.head.i and is_void(digest, one, reported=said)}
    live = [one for one, said in found if one.head.i not in void and not is_trap(digest, one, reported=said)]
    kept = _without_doubles(live)
    made = with_reckoning(digest.doc, [_outlook(digest, statements, shelf, triggers, one) for one in kept])
    return tuple(msgspec.structs.replace(one, id=f"o{i + 1}") for i, one in enumerate(made))


def _says_something(found: Expectation) -> bool:
    """Whether words that mean something are left once the cue is taken out: a wrong parse may leave none."""
    rest = (token for token in found.anchor.doc[found.first : found.last + 1] if token not in found.cue)
    return found.first <= found.last and any(token.pos_ in _MEANING for token in rest)


def _over(shelf: Shelf[Statement], found: Expectation) -> list[Statement]:
    """Statements that hold the cue, the innermost first."""
    at = found.cue[0].idx
    over = [s for s in shelf.over((at, at + 1)) if any(start <= at < end for start, end in s.content.spans)]
    return sorted(over, key=lambda s: sum(end - start for start, end in s.content.spans))


def _span(found: Expectation) -> Span:
    doc = found.anchor.doc
    return doc[found.first].idx, doc[found.last].idx + len(doc[found.last])


def _with_condition(found: Expectation, span: Span) -> Span:
    """ "If the dam breaks, three villages will be flooded": on what it depends is part of what is expected."""
    start = condition_start((found.head, found.anchor), found.first)
    return (found.anchor.doc[start].idx, span[1]) if start < found.first else span


def _without_doubles(found: Sequence[Expectation]) -> list[Expectation]:
    """Of two cues for the same words, the one that says more of the expectation."""
    kept: list[Expectation] = []
    shelf: Shelf[Expectation] = Shelf()
    for one in sorted(found, key=lambda e: (-_rank(e), _span(e))):
        span = _span(one)
        if not any(_same(span, _span(other), one, other) for other in shelf.over(span)):
            kept.append(one)
            shelf.put(span, one)
    return sorted(kept, key=_span)


def _rank(one: Expectation) -> int:
    """A cue under a modal of its own ("would consider") says less than the modal; a noun with a degree says more."""
    if degree.is_graded(one):
        return RANK["adverb"]
    if is_behind_noun(one):
        return RANK["modifier"]
    under_modal = one.entry.where == "control" and any(c.tag_ == "MD" for c in one.anchor.children)
    return RANK["noun"] if under_modal else RANK[one.entry.where]


def _same(span: Span, other: Span, one: Expectation, two: Expectation) -> bool:
    alike = likeness((span,), (other,)) >= SAME or one.head.i == two.head.i
    if one.anchor.i == two.head.i or two.anchor.i == one.head.i:
        return True
    if _goes_on(one, other, two):
        return True
    inside = shared((span,), (other,)) == span[1] - span[0] and _rank(one) < RANK["noun"]
    return alike or inside


def _goes_on(one: Expectation, other: Span, two: Expectation) -> bool:
    """ "will dock and will unload": the second verb is part of what the first expects, with its subject."""
    own = children(one.head, "nsubj", "csubj")
    inside = other[0] <= one.head.idx < other[1]
    return inside and one.entry.where == "modal" and not own and two.head.i < one.head.i


def _outlook(
    digest: Digest,
    statements: Sequence[Statement],
    shelf: Shelf[Statement],
    triggers: Shelf[Event],
    found: Expectation,
) -> Outlook:
    text = digest.report.text
    over = _over(shelf, found)
    span = _clipped(found, _span(found), over)
    whole = _clipped(found, _with_condition(found, span), over)
    cue = (found.cue[0].idx, found.cue[-1].idx + len(found.cue[-1]))
    return Outlook(
        id="",
        content=words(text, *_without_aside(found, whole, over)),
        holder=_holder(digest, found, shelf, over),
        cue=words(text, cue),
        probability=degree.probability_of(found, text),
        horizon=degree.horizon_of(digest, found, span, cue),
        event=_event(triggers, span, found),
        according_to=chain_of(digest, statements, cue),
        by=f"outlook:{found.entry.name}",
        score=SCORES[found.entry.where],
    )


def _clipped(found: Expectation, span: Span, over: Sequence[Statement]) -> Span:
    """What is expected ends where the statement that holds it ends, if that is no promise of the same words."""
    inside = next((one.content.spans for one in over if not _by_its_subject(found, one)), None)
    if inside is None:
        return span
    own = next((piece for piece in inside if piece[0] <= span[0] and found.cue[0].idx < piece[1]), None)
    start, end = max(span[0], inside[0][0]), min(span[1], (own or inside[-1])[1])
    return (start, end) if start < end else span


def _without_aside(found: Expectation, span: Span, over: Sequence[Statement]) -> Spans:
    """ "If the dam breaks, a clerk said, the town will drown": the clerk alone, with the condition."""
    pieces = over[0].content.spans if over else ()
    if len(pieces) < 2:
        return (span,)
    start = min(span[0], condition_before_aside((found.head, found.anchor), span[0]))
    inside = [(max(start, first), min(span[1], last)) for first, last in pieces]
    return tuple((first, last) for first, last in inside if first < last) or (span,)


def _by_its_subject(found: Expectation, statement: Statement) -> bool:
    """ "I will go", "the truce appears set to fall": the subject of what is expected was taken for a source."""
    if statement.source is None or found.holder is not None:
        return False
    raised = (found.anchor.head,) if base(found.anchor.dep_) == "xcomp" else ()
    heads = (found.head, found.anchor, *raised)
    own = next((one for one in (children(head, "nsubj") for head in heads) if one), [])
    own = [c for c in own if c.i < found.head.i] or own  # "it will fall, a clerk who saw it said": not the clerk
    return shared(statement.source.spans, tuple((c.idx, c.idx + len(c)) for c in own[-1:])) > 0


def _told_by(digest: Digest, shelf: Shelf[Statement], own: Token, found: Expectation) -> Source | None:
    """The source of the statement that the cue makes ("the mayor pledged to stay"), where the holder is its head."""
    if own.dep_ == "nmod:poss":
        return None
    at = (found.cue[0].idx, found.cue[0].idx + len(found.cue[0]))
    head = (own.idx, own.idx + len(own))
    for statement in shelf.over((found.anchor.doc[found.last].idx, found.anchor.doc[found.last].idx + 1)):
        source, cue = statement.source, statement.cue
        if source is not None and cue is not None and shared(cue.spans, (at,)) and shared(source.spans, (head,)):
            return sources.source_from(digest, _stripped(digest.report.text, source.spans))
    return None


def _holder(digest: Digest, found: Expectation, shelf: Shelf[Statement], over: Sequence[Statement]) -> Source | None:
    """The one whose cue it is, else the innermost source that says it; None for the outlet."""
    speaker = next((speaking(digest, s) for s in over if s.manner != "indirect"), None)
    own = found.holder or (_promising(found) if speaker is None else None)
    if own is not None and own.lower_ in FIRST_PERSON and speaker is None:
        speaker = next((s.source for s in over if s.source and s.source.text.lower() not in FIRST_PERSON), None)
    if own is not None:
        if (told := _told_by(digest, shelf, own, found)) is not None:
            return spoken(told, speaker, voice_of(digest.report))
        beside = tuple(child for child in own.children if _is_beside(child, found))
        holder = sources.source_from(digest, _stripped(digest.report.text, span_of(own, skip=beside)))
        return holder and spoken(holder, speaker, voice_of(digest.report))
    return next((one.source for one in over if one.act == "promise" or not _by_its_subject(found, one)), None)


def _is_beside(child: Token, found: Expectation) -> bool:
    """What hangs on a holder and does not name it: its preposition, a relative clause, whatever holds the cue."""
    return child.dep_ in ("case", "acl:relcl") or child.left_edge.i <= found.cue[0].i <= child.right_edge.i


def _promising(found: Expectation) -> Token | None:
    """ "I will go", "we are going to help": the speaker's own word on what he will do."""
    if found.entry.name not in ("will", "going", "set"):
        return None
    return next((c for c in subjects_of(found.anchor) if c.lower_ in ("i", "we")), None)


def _stripped(text: str, spans: Spans) -> Spans:
    """The spans without white space and stops at their edges."""
    found = []
    for first, last in spans:
        start = last - len(text[first:last].lstrip(" \n,;:"))
        end = first + len(text[first:last].rstrip(" \n,;:."))
        if start < end:
            found.append((start, end))
    return tuple(found)


def _event(triggers: Shelf[Event], span: Span, found: Expectation) -> str | None:
    """The event whose trigger is what is expected: at its head, else the nearest of its arguments and complements."""
    inside = [event for event in triggers.over(span) if span[0] <= event.trigger.spans[0][0] < span[1]]
    near = [event for event in inside if _belongs(found, event.trigger.spans[0])]
    if not near:
        return None
    best = min(near, key=lambda event: (abs(event.trigger.spans[0][0] - found.head.idx), event.trigger.spans[0]))
    return best.id


def _belongs(found: Expectation, trigger: Span) -> bool:
    """Whether the trigger hangs on what is expected, and on no clause beside it ("who was hurt", "while fighting")."""
    said = found.anchor.doc.char_span(*trigger, alignment_mode="expand")
    if said is None:
        return False
    if said.root.tag_ == "VBG" and found.head.tag_ == "VB" and said.root.head.i == found.head.head.i:
        return True  # "readiness to continue working"
    path = [said.root, *said.root.ancestors]
    up = next((i for i, token in enumerate(path) if token.i in (found.head.i, found.anchor.i)), None)
    if up is None or said.root in found.cue:
        return False
    return not any(base(token.dep_) in _APART or case_of(token) in _WHEN for token in path[:up])
