"""What the title of a page tells of the people whom the report names: "Call with President of Chad Idriss Adoum".

No span points into a title: it gives a country and a sector, but no mention and no role.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.codebook.nouns import Nouns
from sayso.digest._affiliation import LONGEST_COUNTRY, NEAR
from sayso.digest._clusters import SUFFIXES, Cluster

if TYPE_CHECKING:
    from sayso.digest.gazetteer import Gazetteer

WORD = re.compile(r"\w[\w.'’-]{0,40}|[,;:]")
LONGEST_TITLE = 400
#: What may stand inside of an office between its country and the name: "Foreign", "Prime".
LONGEST_OFFICE = 8


def read_title(title: str | None, clusters: Iterable[Cluster], gazetteer: Gazetteer, nouns: Nouns) -> None:
    """Country and sector of named people whose office the title tells, where the report itself does not."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in WORD.findall((title or "")[:LONGEST_TITLE])]
    places = {word.casefold(): at for at, word in reversed(list(enumerate(words)))}
    for cluster in clusters:
        surname = _surname(cluster)
        if surname is None or surname not in places:
            continue
        start = end = places[surname]
        known = {word for mention in cluster.names for word in mention.words}
        while start > 0 and words[start - 1].casefold() in known:
            start -= 1
        office = _office(words, start, nouns)
        cluster.sector = cluster.sector or _sector(words[office:start], nouns)
        if cluster.country is None and office < start:
            cluster.country = _country(words[office:start], gazetteer) or _after(words, end + 1, gazetteer)


def _surname(cluster: Cluster) -> str | None:
    if cluster.kind != "person" or not cluster.names:
        return None
    full = max((mention.words for mention in cluster.names), key=len)
    kept = [word for word in full if word not in SUFFIXES]
    return kept[-1] if kept else None


def _office(words: list[str], start: int, nouns: Nouns) -> int:
    """Where the office begins that stands straight before a name; `start` where none does."""
    at = first = start
    while at > 0 and start - at < LONGEST_OFFICE and words[at - 1] not in ",;:":
        at -= 1
        if nouns.is_title(words[at]):
            first = at
        elif not (words[at][:1].isupper() or words[at] in ("of", "the", "for", "and")):
            break
    before = words[first - 1] if first else ""
    return first - 1 if first < start and before[:1].isupper() else first


def _sector(words: list[str], nouns: Nouns) -> str | None:
    found = (nouns.find(word) for word in reversed(words))
    return next((noun.sector for noun in found if noun is not None and noun.kind == "person" and noun.sector), None)


def _country(words: list[str], gazetteer: Gazetteer) -> str | None:
    """The country that an office names: "President of Chad", "Chadian President"."""
    for start in range(len(words)):
        if demonym := gazetteer.nationality(words[start]):
            return demonym[0]
        if found := _longest(words, start, gazetteer):
            return found
    return None


def _after(words: list[str], at: int, gazetteer: Gazetteer) -> str | None:
    """The country behind a name: "King Idriss of Chad"."""
    if at >= len(words) or words[at] not in NEAR:
        return None
    return _longest(words, at + 1 + (words[at + 1 : at + 2] == ["the"]), gazetteer)


def _longest(words: list[str], start: int, gazetteer: Gazetteer) -> str | None:
    for end in range(min(start + LONGEST_COUNTRY, len(words)), start, -1):
        if words[start][:1].isupper() and (found := gazetteer.country_of(" ".join(words[start:end]))):
            return found
    return None
