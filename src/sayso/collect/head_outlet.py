"""The outlet and the day that stand under the title of a plain text: "Harbour Wire, 2026-05-06", alone.

A place, a person or an office may stand before a date as well, so only a name with a word for what brings news counts.
"""

from __future__ import annotations

import re

from sayso.collect.head_date import REACH, day_of_words

#: words that papers are called by, whatever stands before them: "The Times"
_TITLES = frozenset("chronicle courier dispatch gazette herald journal post standard telegraph times tribune".split())
#: words for what brings news, which need a name: "Harbour Wire", "Radio Harbour", but not "Breaking News"
_NEWS = frozenset(
    "agency broadcasting daily media news newspaper newswire online press radio television tv wire".split()
)
_LEADS = frozenset({"radio", "television", "tv"})
_NO_NAME = _NEWS | frozenset(
    "a an the breaking business domestic foreign free general international latest local mass more national official "
    "other regional related social state top world".split()
)
#: words that begin a line about an outlet
_ABOUT = frozenset("as at by for from in on read reprinted see source via with".split())
_WORD = r"(?:[^\W\da-z_][\w'’.&-]*|\d{1,2})"
_LINE = re.compile(
    rf"(?P<name>{_WORD}(?:\s+(?:{_WORD}|of|and|de|del|la)){{1,5}})(?:\s*[,|·]|\s+[—–-])\s*(?P<day>[^\n]+)"
)


def outlet_of_head(text: str) -> tuple[str, str] | None:
    """The outlet and the day as ISO 8601, or None where the second line that has words does not say both."""
    lines = [line for line in (line.strip() for line in text[: 8 * REACH].splitlines()) if line]
    found = _LINE.fullmatch(lines[1]) if len(lines) > 1 and len(lines[1]) <= REACH else None
    day = day_of_words(found["day"]) if found is not None and _is_outlet(found["name"]) else None
    return None if found is None or day is None else (found["name"], day)


def _is_outlet(name: str) -> bool:
    words = name.casefold().split()
    if words[0] in _ABOUT or "the" in words[1:]:
        return False
    brings_news = words[-1] in _NEWS or words[0] in _LEADS
    return words[-1] in _TITLES or (brings_news and not _NO_NAME.issuperset(words))
