"""What words before a colon lead up to: "The letter reads, in part: “…”", "Name: “…”" say the whole quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.codebook.syntax import base, is_verb
from sayso.extract._saying.draft import Draft, Shelf, outer, shared
from sayso.extract._saying.frames import entries_at
from sayso.extract._saying.names import names_in
from sayso.extract._saying.quotes import Quotation
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

#: Code points before a quotation in which its lead is looked for.
FARTHEST = 400
LONGEST = 300
#: Words of a lead that may stand between its cue and the colon ("in part", "in a letter to the council").
BETWEEN = 6


@dataclass(frozen=True, slots=True)
class Lead:
    """The words of a sentence up to the colon before a quotation, and where the colon stands; pages that lost a space
    run its last word together with the quotation's first.
    """

    words: DocSpan
    colon: int


def lead_of(doc: Doc, text: str, quotation: Quotation) -> Lead | None:
    """The sentence that ends in a colon right before the quotation."""
    first = max(0, quotation.start - FARTHEST)
    before = text[first : quotation.start].rstrip(" \u00a0\n")
    if not before.endswith(":"):
        return None
    colon = first + len(before) - 1
    line = max(text.rfind("\n", max(0, colon - LONGEST), colon) + 1, colon - LONGEST, 0)
    while line < colon and text[line].isspace():
        line += 1
    words = doc.char_span(line, colon, alignment_mode="expand") if line < colon else None
    if words is None or not len(words):
        return None
    return Lead(doc[max(words.start, words[-1].sent.start) : words.end], colon)


def with_whole_quotations(doc: Doc, text: str, quotations: Sequence[Quotation], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; of those that take pieces of a quotation for the cue that leads up to it, one takes the whole."""
    by_cue: Shelf[Draft] = Shelf()
    for draft in drafts:
        for span in draft.cue[:1]:
            by_cue.put(span, draft)
    whole: dict[int, Draft | None] = {}
    for quotation in quotations:
        lead = None if quotation.depth else lead_of(doc, text, quotation)
        if lead is None:
            continue
        own = [draft for draft in by_cue.over((lead.words.start_char, lead.colon)) if _is_led(draft, lead, quotation)]
        if own:
            last = max(own, key=lambda draft: draft.cue)
            whole |= {id(draft): None for draft in own} | {id(last): _whole(last, lead, quotation)}
    return [kept for draft in drafts if (kept := whole.get(id(draft), draft)) is not None]


def _whole(draft: Draft, lead: Lead, quotation: Quotation) -> Draft:
    cue = tuple((start, min(end, lead.colon + 1)) for start, end in draft.cue)
    return replace(draft, cue=cue, content=(quotation.span,))


def _is_led(draft: Draft, lead: Lead, quotation: Quotation) -> bool:
    """Whether the cue stands at the lead's end and the content is of the quotation, but for words such as "in part"."""
    if not draft.cue or not draft.content or not lead.words.start_char <= draft.cue[0][0] < lead.colon:
        return False
    if not shared(draft.content, (quotation.span,)) or outer(draft.content)[1] > quotation.end + 1:
        return False
    last = draft.cue[-1][1]
    gap = lead.words.doc.char_span(last, lead.colon, alignment_mode="contract") if last < lead.colon else None
    return gap is None or (len(gap) <= BETWEEN and not any(is_verb(token) for token in gap))


def after_colon(doc: Doc, text: str, quotation: Quotation) -> Draft | None:
    """Name: “…”, or a clause that ends in a colon: its subject speaks."""
    lead = lead_of(doc, text, quotation)
    source = None if lead is None else _source(lead)
    if lead is None or source is None:
        return None
    verb = _speaking(lead)
    cue = (lead.colon, lead.colon + 1) if verb is None else (verb.idx, min(verb.idx + len(verb), lead.colon))
    return Draft(source=(source,), cue=(cue,), content=(quotation.span,), by="quotes:colon", score=0.7)


def _source(lead: Lead) -> Span | None:
    words = lead.words
    subjects = [token for token in words if base(token.dep_) == "nsubj"]
    if subjects:
        phrase = words.doc[subjects[-1].left_edge.i : min(subjects[-1].right_edge.i + 1, words.end)]
        return phrase.start_char, min(phrase.end_char, lead.colon)
    names = [name for name in names_in(words) if name.label in ("person", "organization", "place")]
    return (words.start_char, lead.colon) if names and len(words) <= 12 else None


def _speaking(lead: Lead) -> Token | None:
    """The verb of speech at the lead's end."""
    verbs = [token for token in lead.words if is_verb(token)]
    last = verbs[-1] if verbs else None
    return last if last is not None and next(entries_at(last), None) is not None else None
