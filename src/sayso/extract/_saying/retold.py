"""What a quotation tells that others said: "“They told us that the army would come,” she said".

PolNeAR marks none of these, so that the attribution head cannot find them. Whoever is "he", "she" or "they" in a
quotation is not the one who is quoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.codebook.syntax import children, is_verb
from sayso.extract._saying.draft import Draft, Shelf, shared, width
from sayso.extract._saying.frames import PLAIN, is_clause
from sayso.extract._saying.quotes import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: How such statements are marked; their words are told, and not quoted.
BY = "retold"
#: Who speaks himself in a quotation, or is nobody.
NOT_OTHERS = frozenset(
    ("", *"i we you one it who which that someone somebody anyone anybody everyone everybody".split())
)


def is_retold(by: str) -> bool:
    """Whether a statement was found here."""
    return by.startswith(BY)


def by_retelling(
    doc: Doc, text: str, quotations: Sequence[Quotation], frames: Sequence[Draft], found: Sequence[Draft]
) -> list[Draft]:
    """Those of the frames' drafts with a clause that lie inside of a quoted content, in text order."""
    contents: Shelf[Draft] = Shelf()
    for draft in found:
        for span in draft.content if draft.source else ():
            contents.put(span, draft)
    quoted: Shelf[Quotation] = Shelf()
    for quotation in quotations:
        quoted.put(quotation.span, quotation)
    return [
        replace(draft, by=f"{BY}+{draft.by}")
        for draft in frames
        if _is_of_others(doc, text, draft) and _is_in_one(draft, quoted.over(draft.cue[0]), contents.over(draft.cue[0]))
    ]


def _is_of_others(doc: Doc, text: str, draft: Draft) -> bool:
    """Somebody else's plain speech; no question, and no "he said that because …"."""
    speaker = text[slice(*draft.source[0])].lower() if draft.source else ""
    cue = doc.char_span(*draft.cue[0], alignment_mode="expand")
    verb = next((token for token in cue or () if is_verb(token)), None)
    plain = draft.score >= PLAIN and draft.by.endswith(":clause") and bool(draft.content)
    if not plain or verb is None or speaker in NOT_OTHERS or verb.sent.text.rstrip(' \n"”’').endswith("?"):
        return False
    own = any(subject.lower_ in NOT_OTHERS for subject in children(verb, "nsubj"))  # "Chad, I hope that you …"
    clauses = children(verb, "ccomp")
    return not own and (not clauses or any(map(is_clause, clauses)))


def _is_in_one(draft: Draft, quotations: Sequence[Quotation], over: Sequence[Draft]) -> bool:
    """Whether cue and content stand in one quotation and in what one statement holds."""
    words = (*draft.cue, *draft.content)
    inside = any(all(one.start <= start and end <= one.end for start, end in words) for one in quotations)
    return inside and any(shared(one.content, words) == width(words) for one in over)
