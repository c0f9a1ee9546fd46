"""Who says it and what: links between the spans that the attribution head found.

The head's spans are better than its links: of its right spans, the nearest cue is the content's own more often than
the linked one, and the grammatical subject of the cue is its source. So both are linked anew; the head's own link
counts as so many code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.grammar import TOLD
from sayso.codebook.syntax import base, children, is_passive, is_verb
from sayso.codebook.voice import agents
from sayso.codebook.words import word_list
from sayso.extract._saying import charges
from sayso.extract._saying.agreement import can_speak
from sayso.extract._saying.draft import Draft, Shelf, likeness, outer
from sayso.extract._saying.frames import entries_at, forms_of, is_told, owner_of, source_of, span_of
from sayso.model import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

#: What is done to words that others said.
ANSWERED = charges.ANSWERED | word_list("link_answered")
#: Code points that a content may lie from its cue.
FARTHEST = 600
#: Code points by which the head's own link shortens the way, and by which the end of a sentence and of a paragraph
#: lengthen it; set on PolNeAR's dev part.
LINK_WORTH = 25
GOVERNED_WORTH = 80
SENTENCE_COST = 30
PARAGRAPH_COST = 200
#: Code points by which the full stop inside of a quotation lengthens its way to a cue behind it: “They will not.” He …
QUOTED_STOP_COST = 150


#: Share of words that a frame's content has in common with one of the head's when the head supports the frame.
SUPPORT = 0.95


QUOTES = "\"“”‘’'«»„"
_STOP = re.compile(r"[.!?;]\s+[A-Z“\"]|\n")
#: The end of a quotation that is a sentence of its own: no clause of speech follows its full stop.
_QUOTED_STOP = re.compile(r"\.[\"”»]\s")


@dataclass(slots=True)
class CueSpan:
    """A cue of the head with the source that the head linked to it, and the contents that come to it here."""

    span: Span
    source: Spans
    score: float
    content: list[Span] = field(default_factory=list)


def add_supported(cues: list[CueSpan], contents: Iterable[Span], frames: Iterable[Draft]) -> None:
    """Adds the cues of frames whose content the head found too, where the head missed the cue."""
    known: Shelf[CueSpan] = Shelf()
    for cue in cues:
        known.put(cue.span, cue)
    found: Shelf[Span] = Shelf()
    for span in contents:
        found.put(span, span)
    for frame in frames:
        span = frame.cue[0]
        if known.over(span) or any(span[0] < end and start < span[1] for start, end in found.over(span)):
            continue
        if any(likeness(frame.content, (one,)) >= SUPPORT for one in found.over(outer(frame.content))):
            cue = CueSpan(span, frame.source, frame.score)
            cues.append(cue)
            known.put(span, cue)


def link_contents(doc: Doc, text: str, cues: Sequence[CueSpan], linked: dict[Span, Span | None]) -> list[Span]:
    """Gives each content to its cue; the contents that have none come back."""
    shelf: Shelf[CueSpan] = Shelf()
    for cue in cues:
        shelf.put(cue.span, cue)
    alone = []
    for content, own in linked.items():
        near = shelf.over((max(0, content[0] - FARTHEST), content[1] + FARTHEST))
        governor = -1 if text[content[0]] in QUOTES else _governor(doc, content)
        best = _nearest(text, content, own, near, governor) if near else None
        if best is None or not _in_reach(text, content, best.span):
            alone.append(content)
        else:
            best.content.append(content)
    return alone


def _nearest(text: str, content: Span, own: Span | None, cues: Sequence[CueSpan], governor: int) -> CueSpan:
    def way(cue: CueSpan) -> int:
        governed = cue.span[0] <= governor < cue.span[1]
        worth = LINK_WORTH * (cue.span == own) + GOVERNED_WORTH * governed
        cost = SENTENCE_COST * _is_begun_after(text, content, cue.span)
        cost += QUOTED_STOP_COST * _is_over_before(text, content, cue.span)
        return _way(text, content, cue.span) + cost - worth

    return min(cues, key=lambda cue: (way(cue), cue.span))


def _governor(doc: Doc, content: Span) -> int:
    """Where the word stands that governs the content; -1 for none."""
    words = doc.char_span(*content, alignment_mode="contract")
    if words is None or not len(words):
        return -1
    head = words.root.head
    return -1 if words.start <= head.i < words.end else head.idx


def _is_begun_after(text: str, content: Span, cue: Span) -> bool:
    """Whether the sentence of the cue is over where the content begins: "…, he said. “…"."""
    return _STOP.search(text, cue[1], content[0] + 1) is not None


def _is_over_before(text: str, content: Span, cue: Span) -> bool:
    """Whether a quotation ends with a full stop of its own before the cue: "“… They will not.” He said that …"."""
    return content[1] <= cue[0] and _QUOTED_STOP.search(text, content[1] - 2, cue[0]) is not None


def _in_reach(text: str, content: Span, cue: Span) -> bool:
    """Whether content and cue may belong together: in one sentence, or the content is a quotation."""
    first, last = min(content[1], cue[1]), max(content[0], cue[0])
    between = text[first:last]
    quoted = text[content[0]] in QUOTES or text[content[1] - 1] in QUOTES
    return quoted or not _STOP.search(between)


def _way(text: str, one: Span, other: Span) -> int:
    first, last = min(one[1], other[1]), max(one[0], other[0])
    return last - first + PARAGRAPH_COST * text.count("\n", first, last) if last > first else 0


def cut_at_cues(doc: Doc, cues: Sequence[CueSpan]) -> list[Span]:
    """Takes out of each content its own source and cue, and what a second cue of the same speaker says ("… and warned
    …"). Gives back what stands in another paragraph than its cue where something stands in the cue's own.
    """
    text = doc.text
    apart = []
    for cue in cues:
        pieces = [piece for span in cue.content if (piece := _cut(text, span))[0] < piece[1]]
        pieces.sort(key=lambda piece: _way(text, piece, cue.span))
        near = [piece for piece in pieces if _in_reach(text, piece, cue.span)]
        beside = [piece for piece in near if not _apart(text, piece, cue.span)]
        apart += [piece for piece in near if beside and piece not in beside]
        cue.content = _of_one_verb(doc, text, cue, beside or near or pieces[:1])
    return apart


def _apart(text: str, one: Span, other: Span) -> bool:
    """Whether a paragraph ends between the two."""
    first, last = min(one[1], other[1]), max(one[0], other[0])
    return first < last and "\n" in text[first:last]


def _of_one_verb(doc: Doc, text: str, cue: CueSpan, pieces: list[Span]) -> list[Span]:
    """The pieces, nearest first, less those that have a verb of their own between them and the nearest one."""
    kept = pieces[:1]
    for piece in pieces[1:]:
        first, last = min(piece[1], kept[0][1]), max(piece[0], kept[0][0])
        between = doc.char_span(first, last, alignment_mode="contract") if first < last else None
        own = [t for t in between or () if not cue.span[0] <= t.idx < cue.span[1]]
        if not any(is_verb(t) and t.tag_ in TOLD for t in own) or text[piece[0]] in QUOTES:
            kept.append(piece)
    return kept


def _cut(text: str, content: Span) -> Span:
    """The words without what joins them to the next."""
    start, end = content
    words = text[start:end].rstrip(" ,")
    return start, start + len(words.removesuffix(" and").removesuffix(" but").rstrip(" ,"))


def link_sources(doc: Doc, cues: Sequence[CueSpan], sources: Iterable[Span]) -> None:
    """Sets each cue's source: the head's span at the cue's subject, else the nearest one in the sentence, else the
    subject.
    """
    shelf: Shelf[Span] = Shelf()
    for source in sources:
        shelf.put(source, source)
    text = doc.text
    for cue in cues:
        cue.source = _source(doc, text, cue, shelf)


def _source(doc: Doc, text: str, cue: CueSpan, shelf: Shelf[Span]) -> Spans:
    span = doc.char_span(*cue.span, alignment_mode="expand")
    if span is None:
        return cue.source
    if span.root.pos_ == "NOUN" and len(span) == 1 and (owner := owner_of(span.root)):
        return _at_owner(owner, shelf)
    if _is_answered(span.root):
        return ()
    subject = _subject(span.root)
    if subject is not None:
        return _at_subject(cue, span, subject, shelf)
    if _is_said_of(span.root, cue.source):
        return ()
    sentence = (span.sent.start_char, span.sent.end_char)
    if cue.source and sentence[0] <= cue.source[0][0] < sentence[1]:
        return cue.source
    if by := _agent(span.root):
        return _at_owner(by, shelf)
    near = [] if _speaks_for_nobody(span.root) else shelf.over(sentence)
    return (min(near, key=lambda one: (_way(text, one, cue.span), one)),) if near else ()


def _at_owner(owner: Spans, shelf: Shelf[Span]) -> Spans:
    """The head's span over the owner's words, else these."""
    return (min(at),) if (at := shelf.over(owner[0])) else owner


def _at_subject(cue: CueSpan, span: DocSpan, subject: Token, shelf: Shelf[Span]) -> Spans:
    """The head's span at the subject, else the subject's own phrase where it is the cue verb's own or the head has
    none.
    """
    at = shelf.over((subject.idx, subject.idx + len(subject)))
    if at:
        return (min(at),)
    own = subject.head.i == span.root.i and subject.i < span.start and not _between(cue, subject)
    own = own or _goes_on_beside(span.root, subject)
    linked = bool(cue.source) and span.sent.start_char <= cue.source[0][0] < span.sent.end_char
    if own or (not linked and base(subject.dep_) == "nsubj"):
        return span_of(subject)
    return cue.source


def _agent(root: Token) -> Spans:
    """ "The ministry" of "claims that … were rejected by the ministry"."""
    told = is_verb(root) and is_passive(root) and is_told(root) and any(entries_at(root))
    agent = next(iter(agents(root)), None) if told else None
    return () if agent is None else span_of(agent, skip=tuple(children(agent, "case")))


def _speaks_for_nobody(root: Token) -> bool:
    """ "is criticized", "allegedly": a passive without an agent, or an adverb."""
    return root.pos_ == "ADV" or (is_verb(root) and is_passive(root))


def _is_answered(root: Token) -> bool:
    """ "Calls" of "brushed aside calls to resign": they are not of the one who answers them."""
    return root.pos_ == "NOUN" and root.dep_ == "obj" and root.head.lemma_.lower() in ANSWERED


def _goes_on_beside(root: Token, subject: Token) -> bool:
    """ "It" of "it threw out a complaint by two parties, ruling that": a participle behind a comma is the subject's."""
    behind = root.tag_ == "VBG" and base(root.dep_) == "advcl" and root.i > 0 and root.doc[root.i - 1].text == ","
    ours = subject.head.i == root.head.i and base(subject.dep_) == "nsubj" and not is_passive(root.head)
    return behind and ours and (subject.lower_ == "it" or can_speak(subject))


def _is_said_of(root: Token, source: Spans) -> bool:
    """Whether the source is the one of whom it "is said", "is expected"."""
    hearsay = is_verb(root) and is_passive(root) and not load_cues().parts["hearsay"].isdisjoint(forms_of(root))
    subjects = children(root, "nsubj:pass") if hearsay else []
    return any(start <= one.idx < end for one in subjects for start, end in source)


def _between(cue: CueSpan, subject: Token) -> bool:
    """Whether the head's source stands between the subject and the cue."""
    return any(subject.idx < start < cue.span[0] for start, _ in cue.source)


def _subject(root: Token) -> Token | None:
    """The word that heads who says it, for a cue headed by `root`."""
    if root.pos_ == "ADJ" or root.lower_ in load_cues().adjectives:
        return next(iter(children(root, "nsubj", "nsubj:pass")), None)
    verb = (
        root
        if is_verb(root)
        else root.head
        if is_verb(root.head) and base(root.dep_) in ("aux", "xcomp", "obj")
        else None
    )
    return None if verb is None or is_passive(verb) else source_of(verb)
