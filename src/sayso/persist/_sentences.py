"""The sentences that words of a reading stand in, for who asks why."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.model import Reading, Span, Spans, Words, joined

#: What may end a sentence: a stop, the marks that close after it, and space before what may begin one. The end of a
#: line ends it, too.
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s++[\"'“‘«(\[]*+[^\W_a-z])|\n+")
#: Words before a stop that is theirs: "Gen. Ivan", "No. 5", "U.S. Army", "J. Smith".
_SHORT = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|gen|maj|col|lt|capt|sgt|brig|adm|gov|sen|rep|prof|rev|hon|no|vs"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)|\b[^\W\d_])\Z",
    re.I,
)


def sentences_around(reading: Reading, spans: Iterable[Span]) -> Words:
    """The sentences that hold these words; those that follow one another are one span.

    A reading keeps the sentences of its events; where no event was told, stops decide.
    """
    text = reading.report.text
    known = sorted({event.sentence for event in reading.events})
    found: list[Span] = []
    for start, end in sorted(spans):
        first, last = _begin(text, start, known), _end(text, end, known)
        if found and not text[found[-1][1] : first].strip():
            found[-1] = found[-1][0], max(found[-1][1], last)
        else:
            found.append((first, last))
    held: Spans = tuple(found) or ((0, min(len(text), 1)),)
    return Words(spans=held, text=joined(text, held))


def sentences_of(text: str) -> list[Span]:
    """All sentences of a text, as stops and lines part them, without the space around them."""
    ends = [*_stops(text, 0, len(text)), len(text)]
    found = ((start, end, text[start:end]) for start, end in zip([0, *ends], ends, strict=False))
    return [
        (start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
        for start, end, words in found
        if words.strip()
    ]


def _begin(text: str, at: int, known: list[Span]) -> int:
    """Where the sentence of the character at `at` begins."""
    holding = [start for start, end in known if start <= at < end]
    if holding:
        return max(holding)
    least = max((end for _, end in known if end <= at), default=0)
    first = max((stop for stop in _stops(text, least, at) if stop <= at), default=least)
    while first < at and text[first].isspace():
        first += 1
    return first


def _end(text: str, at: int, known: list[Span]) -> int:
    """Where the sentence of the character before `at` ends."""
    holding = [end for start, end in known if start < at <= end]
    if holding:
        return min(holding)
    most = min((start for start, _ in known if start >= at), default=len(text))
    last = next((stop for stop in _stops(text, max(0, at - 4), most) if stop >= at), most)
    while last > at and text[last - 1].isspace():
        last -= 1
    return last


def _stops(text: str, start: int, end: int) -> Iterable[int]:
    """The ends of sentences between the two, in the order of the text."""
    for found in _STOP.finditer(text, start):
        if found.start() >= end:
            return
        if found[0] != "." or not _SHORT.search(text, max(0, found.start() - 6), found.start()):
            yield found.end() if found[0].strip() else found.start()
