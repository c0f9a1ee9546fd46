"""Quantities: numbers of a report with their bounds, units and what they count.

Digits and words, ranges, bounds ("at least", "up to"), vague numerals ("dozens"), money and measures. Numbers in dates
and times of day are no quantities; a length of time ("three weeks") is one, with the unit as its unit. Method and
figures: docs/quantities.md.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from sayso.digest._lexer import lex
from sayso.digest._numbers import merge_numbers
from sayso.digest._quantities.find import Finder, Found
from sayso.digest._quantities.of import Counted
from sayso.digest._quantities.words import load_quantity_words
from sayso.model import Quantity, Span, Time


def find_quantities(doc: Doc, times: Iterable[Time]) -> tuple[Quantity, ...]:
    """The quantities of a text in text order, ids q1 …; `times` are those of `find_times` on the same doc.

    Offsets are code points into `doc.text`; time is linear in the text.
    """
    tables = load_quantity_words()
    text = doc.text
    words = merge_numbers(lex(text))
    closed = sorted(span for time in times if time.type in ("date", "time") for span in time.spans)
    counted = Counted(doc, words, tables)
    opening = (
        frozenset(sentence.start_char for sentence in doc.sents) if doc.has_annotation("SENT_START") else frozenset()
    )
    finder = Finder(words, tables, closed, opening)
    quantities: list[Quantity] = []
    found = finder.find()
    for at, one in enumerate(found):
        limit = found[at + 1].first if at + 1 < len(found) else len(words)
        until = words[limit].start if limit < len(words) else len(text)
        noun = None if _measure(one) else counted.after(one.last)
        noun = noun if noun is not None and noun[1] <= until else None
        whole = counted.whole(one.last) if noun is None else None
        if noun is not None:
            one = finder.bounded_behind(one, noun[1], limit)  # noqa: PLW2901
        end = max(words[one.last - 1].end, noun[1] if noun is not None else 0)
        of = noun if whole is None else counted.after(whole + 1)
        quantities.append(_quantity(f"q{at + 1}", text, one, (words[one.first].start, end), of))
    return tuple(quantities)


def _quantity(name: str, text: str, found: Found, span: Span, noun: Span | None) -> Quantity:
    return Quantity(
        id=name,
        spans=(span,),
        text=text[span[0] : span[1]],
        low=found.low,
        high=found.high,
        best=found.best,
        bound=found.bound,
        strict=found.strict,
        unit=found.unit,
        of=None if noun is None else text[noun[0] : noun[1]],
    )


def _measure(found: Found) -> bool:
    """Whether the unit is all that is counted: "three weeks"; "5 % of voters" counts voters."""
    return found.unit is not None and found.unit.split(" ")[0] in MEASURES


#: Units of time.
MEASURES = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade", "century"))
