"""Words and numbers of a text for the readers of times and quantities, whatever tokenizer the `Doc` came from.

One pass, one regular expression without nested quantifiers: time and memory are linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["word", "number", "clock", "iso", "slash", "mark"]

#: A clock ("10:35"), an ISO date, a date with slashes or dots, a number, a word, or any other visible character.
_PIECE = re.compile(
    r"(?P<iso>\b[12]\d{3}-[01]\d-[0-3]\d(?:T[0-2]\d:[0-5]\d(?::[0-5]\d)?(?:Z|[+-][0-2]\d:[0-5]\d)?)?(?![\d-]))"
    r"|(?P<slash>(?<![\d./-])(?:[0-3]?\d/[0-3]?\d/(?:\d{4}|\d\d)|[0-3]?\d\.[01]?\d\.\d{4})(?![\d/]))"
    r"|(?P<clock>(?<![\d:.])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:]))"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!,?\d)|\d+(?:\.\d+)?|(?<!\d)\.\d+)"
    r"|(?P<half>[a-zA-Z]\.[mM](?![a-zA-Z])\.?|(?<![\w.])(?:[A-Za-z]\.){2,5}(?![A-Za-z]))"
    r"|(?P<word>[^\W\d_]+(?:['’](?=[tT]\b)[tT])?)"
    r"|(?P<mark>['’][sS]\b|--+|[^\s\w]|_)"
)
#: Abbreviations whose full stop belongs to the word.
STOPPED = frozenset(
    (
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "yr", "yrs", "hr", "hrs", "min", "mins", "sec", "secs", "approx", "ca", "no", "nos", "c",
        "gal", "oz", "lb", "lbs",
    )
)  # fmt: skip
FRACTIONS = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4,
    "⅕": 1 / 5, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip


@dataclass(slots=True)
class Word:
    """One word, number or mark; offsets are code points into the text."""

    start: int
    end: int
    #: as written
    raw: str
    #: lower case, curly apostrophes made straight
    lower: str
    kind: Kind
    #: what a number is worth
    value: float | None = None
    #: "third", "3rd"
    ordinal: bool = False
    #: written in digits, without a thousands separator or decimals
    plain: bool = False


def lex(text: str) -> list[Word]:
    """The words of a text in order."""
    found: list[Word] = []
    for match in _PIECE.finditer(text):
        start, end = match.span()
        if found and start < found[-1].end:
            continue
        kind = match.lastgroup
        raw = match.group()
        if kind == "number":
            found.append(_number(raw, start, end))
            continue
        if kind == "half":
            kind = "word"
        elif kind == "word" and text[end : end + 1] == "." and raw.lower() in STOPPED:
            end += 1
            raw += "."
        lower = raw.lower().replace("’", "'")
        word = Word(start, end, raw, lower, kind)  # type: ignore[arg-type]
        if raw in FRACTIONS:
            word.kind, word.value = "number", FRACTIONS[raw]
        found.append(word)
    return found


def _number(raw: str, start: int, end: int) -> Word:
    digits = raw.replace(",", "")
    value = float(digits) if len(digits) <= 300 else float("inf")
    return Word(start, end, raw, raw, "number", value, plain=raw.isdecimal())
