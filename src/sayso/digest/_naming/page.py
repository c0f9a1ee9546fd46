"""What the title of a page tells of the people whom the report names: "Call with President of Chad Idriss Adoum".

No span points into a title: it gives a country and a sector, but no mention and no role.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.codebook.nouns import Nouns
from sayso.digest._naming.affiliation import LONGEST_COUNTRY, NEAR
from sayso.digest._naming.clusters import SUFFIXES, Cluster, Words
from sayso.digest._naming.offices import terms_on, words_of
from sayso.digest._naming.titles import OFFICES

if TYPE_CHECKING:
    from sayso.digest.gazetteer import Gazetteer

WORD = re.compile(r"\w[\w.'’-]{0,40}|[,;:]")
LONGEST_TITLE = 400
#: What may stand inside of an office between its country and the name: "Foreign", "Prime".
LONGEST_OFFICE = 8
LONGEST_NAME = 5
#: Words of a name that no table knows, at most: in a title with capitals throughout the verb follows ("… Flies Home").
SHORT_NAME = 3
#: What may follow a name in a title, so that the name surely ends there.
BEHIND = (",", ";", ":", "and", "on")


@dataclass(frozen=True, slots=True)
class Titled:
    """Somebody whom a title names with an office, or whose office the table knows."""

    name: str
    titles: tuple[Words, ...]
    #: country or body of the office
    owner: str | None
    country: str | None
    sector: str | None
    by_table: bool


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
    length = _country_length(words, start, gazetteer)
    return gazetteer.country_of(" ".join(words[start : start + length])) if words[start][:1].isupper() else None


def titled_people(title: str | None, published: str | None, gazetteer: Gazetteer, nouns: Nouns) -> Iterator[Titled]:
    """The people of a title with their offices: "Talks with President of Chad Idriss Adoum", "Macron flies home"."""
    found = WORD.findall((title or "")[:LONGEST_TITLE])
    words = [word.removesuffix("'s").removesuffix("’s") for word in found]
    runs = [(start, end) for start in range(len(words)) for end in range(start + 1, start + 1 + LONGEST_NAME)]
    said = {words_of(run): run for start, end in runs if end <= len(words) for run in [" ".join(words[start:end])]}
    for term in terms_on(published):
        name = next((said[name] for name in term.names if name in said), None)
        if name is not None:
            sector = "IGO" if term.country is None else "GOV"
            yield Titled(name, term.titles, term.country or term.body, term.country, sector, by_table=True)
    for at in range(len(words)):
        if words[at][:1].isupper() and nouns.is_title(words[at]):
            yield from _with_office(words, at, gazetteer, nouns)


def _with_office(words: list[str], at: int, gazetteer: Gazetteer, nouns: Nouns) -> Iterator[Titled]:
    """The one who is named behind the title that ends at a word."""
    first = at
    while first > 0 and words[first - 1].casefold() in OFFICES:
        first -= 1
    country = next(iter(gazetteer.nationality(words[first - 1])), None) if first else None
    country = country or (gazetteer.country_of(words[first - 1]) if first else None)
    start = at + 1
    if words[start : start + 1] and words[start] in NEAR:
        start += 1 + (words[start + 1 : start + 2] == ["the"])
        length = _country_length(words, start, gazetteer)
        country = gazetteer.country_of(" ".join(words[start : start + length]))
        length = length or _place_length(words, start, gazetteer)
        start += length
        if not length:
            return
    end = start
    while end < len(words) and words[end][:1].isupper() and not nouns.is_title(words[end]):
        end += 1
    verb = end - start > 2 and words[end - 1].endswith(("s", "ing"))
    if 2 <= end - start <= SHORT_NAME and not verb and (end == len(words) or words[end] in BEHIND):
        titles = (words_of(" ".join(words[first : at + 1])),)
        sector = _sector(words[first : at + 1], nouns)
        yield Titled(" ".join(words[start:end]), titles, country, country, sector, by_table=False)


def _place_length(words: list[str], start: int, gazetteer: Gazetteer) -> int:
    """How many words from there on are a region's or town's name, with a name of somebody behind it."""
    lengths = range(min(LONGEST_COUNTRY, len(words) - start - 2), 0, -1)
    names = {n: " ".join(words[start : start + n]) for n in lengths}
    return next((n for n, name in names.items() if name[:1].isupper() and gazetteer.lookup(name)), 0)


def _country_length(words: list[str], start: int, gazetteer: Gazetteer) -> int:
    """How many words from there on are a country's name."""
    lengths = range(min(LONGEST_COUNTRY, len(words) - start), 0, -1)
    return next((n for n in lengths if gazetteer.country_of(" ".join(words[start : start + n]))), 0)
