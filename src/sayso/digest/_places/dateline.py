"""The dateline: the place at the head of a wire report ("KYIV, Ukraine, Nov 17 (Agency) —"), where it was written."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Sentence

#: A dateline stands within this many code points of the start (titles and bylines may come before it).
_REACH = 600
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}}|\s\d{{2}})?"
_WORD = r"[^\W\d_][\w'’.-]{0,24}"
_CAPS = r"[^\W\d_a-z][^\W_a-z]{1,24}(?:[ .'’/-]{1,2}[^\W\d_a-z][^\W_a-z]{0,24}){0,3}"
_AGENCY = r"\([^()\n]{2,40}\)"
_MARK = r"(?:--|[—–-]|―)"
#: After the place: more of it ("Ukraine"), a day, an agency.
_PLACE_TAIL = rf"(?:,\s{_WORD}(?:\s{_WORD}){{0,2}})?"
_CAPITALS = re.compile(
    rf"(?P<place>{_CAPS}){_PLACE_TAIL}(?:,?\s{_DAY})?(?:,?\s{_AGENCY})?(?:,?\s{_WORD}){{0,3}}\s?{_MARK}\s"
)
_MIXED = re.compile(
    rf"(?P<place>[^\W\d_a-z][\w'’-]{{1,24}}(?:\s[^\W\d_a-z][\w'’-]{{0,24}}){{0,2}}){_PLACE_TAIL}"
    rf"(?:,?\s{_DAY}(?:,?\s{_AGENCY})?|,?\s{_AGENCY})\s?(?:{_MARK}|:)\s"
)
#: Without a day or an agency only before a long line, which is no heading: "Oslo – The ministers met …".
_BARE = re.compile(
    rf"(?P<place>[^\W\d_a-z][\w'’-]{{1,24}}(?:[\s/][^\W\d_a-z][\w'’-]{{0,24}}){{0,2}}){_PLACE_TAIL}\s(?:--|[—–-]|―)\s"
    r"(?=[^\W\d_a-z“\"'‘].{100})"
)
_BEHIND = "sayso.digest._places.dateline"
_FORMS = (_CAPITALS, _MIXED, _BARE)


def find_dateline(text: str) -> Span | None:
    """The span of the place in the report's dateline: at the start of one of its first lines, or None."""
    found = _found(text)
    return None if found is None else found.span("place")


def whole_dateline(text: str) -> Span | None:
    """The span of the whole dateline, its dash included, or None."""
    found = _found(text)
    return None if found is None else found.span()


def first_behind(doc: Doc) -> int | None:
    """The token right behind the dateline, where the report begins; None where it has no dateline."""
    if _BEHIND not in doc.user_data:
        whole = whole_dateline(doc.text)
        behind = (token.i for token in doc if token.idx >= whole[1] and not token.is_space) if whole else iter(())
        doc.user_data[_BEHIND] = next(behind, None)
    found: int | None = doc.user_data[_BEHIND]
    return found


def opening(doc: Doc, count: int) -> list[Sentence]:
    """The first so many sentences of words; the dateline is none of them."""
    behind = first_behind(doc) or 0
    told = (s for s in doc.sents if s.end > behind and any(w.is_alpha for w in s))
    return list(islice(told, count))


def opens(sentence: Sentence) -> bool:
    """Whether it is the text's first sentence; a dateline at the head of the text is none."""
    if sentence.start == 0:
        return True
    before = sentence.doc[: sentence.start]
    return sentence.start == first_behind(sentence.doc) and before[-1].sent.start == 0


def agency_span(text: str) -> Span | None:
    """The span of the agency's name in the brackets of the dateline, or None."""
    whole = whole_dateline(text)
    found = None if whole is None else re.compile(_AGENCY).search(text, *whole)
    return None if found is None else (found.start() + 1, found.end() - 1)


def _found(text: str) -> re.Match[str] | None:
    start = 0
    while start < min(len(text), _REACH):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        last = min(end, start + 160)
        head = start
        while head < last and text[head].isspace():
            head += 1
        found = next((found for form in _FORMS if (found := form.match(text, head, last))), None)
        if found:
            return found
        start = end + 1
    return None
