"""How likely and until when: the probability range of an outlook's words, and its horizon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.syntax import base, children
from sayso.extract._expect import Expectation
from sayso.model import Horizon, Probability, Span

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)(?:\s?(?:-|–|to|and)\s?(\d{1,3}(?:\.\d+)?))?\s?(?:%|percent|per cent)")
_CHANCE = re.compile(r"\b(?:chances?|probability|likelihood|odds|risk)\b")
_NEGATIONS = frozenset(("not", "n't", "n’t", "no", "never"))
_MODALS = ("could", "may", "might")


def probability_of(found: Expectation, text: str) -> Probability | None:
    """The range that the cue's words give, or None when they give no degree."""
    stated = _stated(found, text)
    if stated is not None:
        return stated
    low_high = _by_table(found)
    if low_high is None:
        return None
    low, high, scale = low_high
    if _negated(found):
        low, high = round(1 - high, 4), round(1 - low, 4)
    return Probability(low=low, high=high, scale="ICD-203" if scale == "ICD-203" else "cue-table")


def _stated(found: Expectation, text: str) -> Probability | None:
    """ "a 60 percent chance"."""
    sentence = found.anchor.sent
    words = text[sentence.start_char : sentence.end_char]
    number = _PERCENT.search(words)
    if number is None or _CHANCE.search(words) is None:
        return None
    low = float(number.group(1)) / 100
    high = float(number.group(2)) / 100 if number.group(2) else low
    return Probability(low=low, high=high, scale="stated") if 0 <= low <= high <= 1 else None


def _by_table(found: Expectation) -> tuple[float, float, str] | None:
    table = load_cues().likelihood
    first, last = found.cue[0].i, found.cue[-1].i
    doc = found.anchor.doc
    for start in range(max(0, first - 3), last + 1):
        for end in range(min(len(doc), last + 3), max(last, start), -1):
            term = table.get(" ".join(token.lower_ for token in doc[start:end]))
            if term is not None and (found.entry.where != "control" or term.words in ("doubt",)):
                return term.low, term.high, term.scale
    modal = next((c for c in children(found.head, "aux") if c.lower_ in _MODALS), None)
    if modal is None or found.entry.where in ("modal", "adverb"):
        return None
    term = table[modal.lower_]
    return term.low, term.high, term.scale


def _negated(found: Expectation) -> bool:
    """ "not likely", "will probably not"."""
    near = [c for c in found.anchor.children if base(c.dep_) == "advmod" and c.lower_ in _NEGATIONS]
    return bool(near) and found.entry.where in ("raise", "adverb")


def horizon_of(digest: Digest, content: Span, cue: Span) -> Horizon | None:
    """The first time in the content, or in the cue, that does not lie before the report."""
    for start, end in (content, cue):
        for time in digest.times:
            if start <= time.spans[0][0] < end and time.end and not _before(digest, time.end) and time.type != "set":
                return Horizon(start=time.start, end=time.end, text=time.text, spans=time.spans)
    return None


def _before(digest: Digest, end: str | None) -> bool:
    published = digest.report.published
    return bool(end and published and end <= published[:10])
