"""What a quotation tells that others said: "“They told us that the army would come,” she said".

PolNeAR marks none of these, so that the attribution head cannot find them. Whoever is "he", "she" or "they" in a
quotation is not the one who is quoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.extract._saying.draft import Draft, Shelf, shared, width
from sayso.extract._saying.frames import PLAIN
from sayso.extract._saying.quotes import Quotation

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
    text: str, quotations: Sequence[Quotation], frames: Sequence[Draft], found: Sequence[Draft]
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
        if _is_of_others(text, draft) and _is_in_one(draft, quoted.over(draft.cue[0]), contents.over(draft.cue[0]))
    ]


def _is_of_others(text: str, draft: Draft) -> bool:
    speaker = text[slice(*draft.source[0])].lower() if draft.source else ""
    plain = draft.score >= PLAIN and draft.by.endswith(":clause")
    return plain and speaker not in NOT_OTHERS and bool(draft.content)


def _is_in_one(draft: Draft, quotations: Sequence[Quotation], over: Sequence[Draft]) -> bool:
    """Whether cue and content stand in one quotation and in what one statement holds."""
    words = (*draft.cue, *draft.content)
    inside = any(all(one.start <= start and end <= one.end for start, end in words) for one in quotations)
    return inside and any(shared(one.content, words) == width(words) for one in over)
