"""Holders of offices on the day of a report: "President Macron" is of France, and "the French president" is him.

The words of the text go before the table: who is of another country by them, was "former", or is called something else
than an official is no holder.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.digest._naming.clusters import Cluster, Words
from sayso.digest.gazetteer import fold

if TYPE_CHECKING:
    from sayso.digest._naming.mentions import Mention

PATH = Path(__file__).resolve().parents[2] / "codebook" / "offices.toml"
#: Words of an office that its name in the table need not have.
SMALL = frozenset(("the", "of", "for"))
#: What says that somebody holds the office no longer, or not yet.
PAST = frozenset(("former", "ex", "then", "late", "elect", "designate"))
#: Sectors that somebody who holds an office may have by the words.
OFFICIAL = frozenset((None, "GOV", "IGO"))
#: Offices whose holders are called by their names alone.
RULERS = frozenset((("president",), ("prime", "minister"), ("chancellor",)))
#: An office: the country or body that it is of, and what it is called.
Office = tuple[str, Words]


@dataclass(frozen=True, slots=True)
class Term:
    """The time in which somebody held an office: days in ISO form, the last one not in it."""

    start: str
    end: str
    names: tuple[Words, ...]
    #: what the holder may be called behind the title
    short: tuple[Words, ...]
    #: alpha-3 code of the country; None for a body, whose Wikidata item is `body`
    country: str | None
    body: str
    titles: tuple[Words, ...]

    @property
    def offices(self) -> tuple[Office, ...]:
        return tuple((self.country or self.body, title) for title in self.titles)


def words_of(text: str) -> Words:
    """What names and titles are compared by: folded words, hyphens apart, without small words and middle initials."""
    words = tuple(word for word in fold(text.replace("-", " ").replace("‑", " ")).split() if word not in SMALL)
    full = tuple(word for word in words if len(word.rstrip(".")) > 1)
    return full if len(full) > 1 else words


@lru_cache(maxsize=1)
def load_terms() -> tuple[Term, ...]:
    """The shipped table; read once, never changed."""
    table = tomllib.loads(PATH.read_text(encoding="utf-8"))
    known_to = table["known_to"].isoformat()
    return tuple(_term(row, line, known_to) for row in table["office"] for line in row["holders"].strip().splitlines())


def _term(row: Mapping[str, object], line: str, known_to: str) -> Term:
    start, end, names = line.split(maxsplit=2)
    end = known_to if end == "-" else end
    if date.fromisoformat(start) >= date.fromisoformat(end):
        raise ValueError(f"{PATH.name}: a term that ends before it begins: {line}")
    full = tuple(words_of(name) for name in names.split("|"))
    called_by, titles = row.get("called_by", "last"), row["titles"]
    assert isinstance(titles, list)
    country = row.get("country")
    return Term(
        start,
        end,
        full,
        tuple(part for name in full for part in _short(name, str(called_by))),
        None if country is None else str(country),
        str(row.get("body", "")),
        tuple(words_of(title) for title in titles),
    )


def _short(name: Words, called_by: str) -> Iterable[Words]:
    """ "Peña Nieto" and "Nieto" of a name by whose end its holder is called."""
    if called_by == "last":
        return (name[at:] for at in range(1, len(name)))
    return (name[:1],) if called_by == "first" else ()


def terms_on(published: str | None) -> list[Term]:
    """The terms that the day of a report lies in."""
    day = (published or "")[:10]
    return [term for term in load_terms() if term.start <= day < term.end]


def rules_on(published: str | None, country: str, name: str) -> bool:
    """Whether somebody is the head of state of a country, or its head of government, on the day of a report."""
    held = (term for term in terms_on(published) if term.country == country and words_of(name) in term.names)
    return any(not RULERS.isdisjoint(term.titles) for term in held)


def serves(published: str | None, name: str) -> str | None:
    """The country of which somebody by this full name holds an office on the day of a report."""
    full = words_of(name)
    return next((term.country for term in terms_on(published) if full in term.names), None)


def find_holders(
    clusters: Iterable[Cluster], names_at: Mapping[int, Mention], published: str | None
) -> dict[Office, Cluster]:
    """Who of the people that are named holds which office on that day; they get its country and sector.

    Who held one on another day is still of that country, where the report speaks of the country.
    """
    clusters = list(clusters)
    terms, spoken = terms_on(published), {c.country for c in clusters if c.kind != "person"} - {None}
    found: dict[Office, Cluster] = {}
    for cluster in clusters:
        if cluster.kind != "person" or not cluster.names:
            continue
        name = words_of(" ".join(max(cluster.names, key=lambda mention: len(mention.words)).words))
        titles = {title_of(cluster.names[0], start, end, names_at) for start, end, _ in cluster.roles}
        held = [term for term in terms if _holds(cluster, name, titles, term, spoken)]
        if cluster.sector not in OFFICIAL or not held or len({term.country or term.body for term in held}) > 1:
            _once_of(cluster, name, spoken)
            continue
        if cluster.country is None and held[0].country is not None:
            cluster.country, cluster.country_by_table = held[0].country, True
        cluster.sector = cluster.sector or ("IGO" if held[0].country is None else "GOV")
        for term in held:
            for office in term.offices:
                found.setdefault(office, cluster)
    return found


def title_of(mention: Mention, start: int, end: int, names_at: Mapping[int, Mention]) -> Words:
    """The words of an office without those of names ("Russian", "of Chad")."""
    words = (t for t in mention.doc[start:end] if t.i not in names_at and t.tag_ != "POS" and not t.is_punct)
    return words_of(" ".join(t.text for t in words))


def _holds(cluster: Cluster, name: Words, titles: set[Words], term: Term, spoken: Set[str | None]) -> bool:
    if term.country is not None and cluster.country not in (None, term.country) and not cluster.country_by_table:
        return False
    if any(PAST.intersection(title) for title in titles):
        return False
    if name in term.names:
        return True
    # "Macron" alone is who rules France where the report speaks of France
    ruler = not titles and term.country in spoken and not RULERS.isdisjoint(term.titles)
    return name in term.short and (ruler or not titles.isdisjoint(term.titles))


def _once_of(cluster: Cluster, name: Words, spoken: Set[str | None]) -> None:
    """The country of somebody who once held an office of a country that the report speaks of."""
    countries = _countries_of_holders().get(name, frozenset())
    if cluster.country is None and len(name) > 1 and len(countries) == 1 and not countries.isdisjoint(spoken):
        (cluster.country,), cluster.country_by_table = countries, True


@lru_cache(maxsize=1)
def _countries_of_holders() -> dict[Words, frozenset[str | None]]:
    """The countries of all who ever held an office, by full name."""
    found: dict[Words, frozenset[str | None]] = {}
    for term in load_terms():
        for name in term.names:
            found[name] = found.get(name, frozenset()) | {term.country}
    return found


def office_of(mention: Mention, names_at: Mapping[int, Mention], owner: Cluster | None) -> Office | None:
    """The office that "the Russian president", "the president of Russia" names; None for other words."""
    if mention.kind != "person" or mention.many or owner is None:
        return None
    title = title_of(mention, mention.start, mention.end, names_at)
    if owner.kind == "organization":
        return None if owner.wikidata is None else (owner.wikidata, title)
    if owner.country is None or owner.country_by_table or owner.kind not in ("place", "nationality"):
        return None
    return owner.country, title
