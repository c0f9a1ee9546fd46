"""Names and toponyms laid over one another: what `find_places` found must not be lost among the names.

A toponym inside the name of a public body ("Kherson City Council"), of a facility or of a work is a mention of its
place beside that of the outer name. Such a mention is nested: it stands in the record of the place and nowhere else, so
that words still lead to the outer name. Parties, firms, papers and universities only bear the name of a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from sayso.codebook.words import word_list
from sayso.digest._naming.mentions import Mention, head_of
from sayso.digest._places.dateline import agency_span
from sayso.digest._places.place_lists import LISTS
from sayso.digest.gazetteer import fold
from sayso.model import Place, Report, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sayso.codebook.nouns import Nouns
    from sayso.digest.gazetteer import Gazetteer

Places = Mapping[Span, Place | None]
#: Kinds of place that a name used for a facility may stand for by itself.
SETTLED = frozenset(("country", "admin1", "admin2", "city"))
#: Kinds that the name of an outlet is taken for.
THINGS = frozenset(("facility", "other", "work"))
#: Last words of what nobody built.
NATURAL = word_list("natural_features")
#: Last words of what is governed as one: "[Name] district" is a place, whether or not a map has it.
AREAS = word_list("administered_areas")
ORIGINS = frozenset(("of", "from", "in"))


def named_behind(mention: Mention, names_at: Mapping[int, Mention]) -> Mention | None:
    """The name in "the village of [Name]", "the town [Name]"; None where none follows."""
    at = mention.head + 1
    named = at < len(mention.doc) and mention.doc[at].lower_ == "of"
    return names_at.get(at + named)


def toponym_mentions(doc: Doc, sentences: list[int], places: Iterable[Span]) -> list[Mention]:
    """Every toponym as a name, in text order."""
    found: list[Mention] = []
    for start, end in places:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and len(span):
            head = head_of(doc, span.start, span.end)
            mention = Mention(doc, span.start, span.end, head, "name", "place", sentences[span.start])
            mention.cut = max(0, mention.span[1] - end)
            found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def free_origins(names: Iterable[Mention], toponyms: Iterable[Mention], nouns: Nouns) -> None:
    """ "Amal Haddad of Tripoli" is called Amal Haddad, "President Haddad of Tunisia" is called Haddad.

    What is left of the name is free for the toponym.
    """
    at = {mention.start: mention for mention in toponyms}
    for name in names:
        if name.kind != "person":
            continue
        doc = name.doc
        titled = name.start > 0 and nouns.is_title(doc[name.start - 1].text)
        for i in range(name.start + (1 if titled else 2), name.end - 1):
            place = at.get(i + 1)
            if doc[i].lower_ in ORIGINS and place is not None and place.end == name.end:
                name.end, name.cut = i, 0
                name.head = head_of(doc, name.start, i)
                break


def beside(names: list[Mention], toponyms: Iterable[Mention]) -> list[Mention]:
    """The names, and the toponyms that none of them touches, in text order."""
    taken = {i for name in names for i in range(name.start, name.end)}
    free = [place for place in toponyms if taken.isdisjoint(range(place.start, place.end))]
    return sorted([*names, *free], key=lambda mention: mention.start)


def nested(names: Iterable[Mention], toponyms: Iterable[Mention], places: Places) -> Iterator[Mention]:
    """Resolved toponyms that are a part of the name of something else."""
    outer = {i: name for name in names for i in range(name.start, name.end)}
    for place in toponyms:
        name = outer.get(place.start)
        if name is None or name is not outer.get(place.end - 1) or places.get(place.span) is None:
            continue
        if len(name.words) > len(place.words) and _may_hold(name, place):
            yield place


def _may_hold(name: Mention, place: Mention) -> bool:
    if name.kind == "organization":
        rest = (token.lower_ for token in name.doc[place.end : name.end])
        return place.start == name.start and not LISTS.bodies.isdisjoint(rest)
    return name.kind in ("facility", "other")


def settle_facilities(names: Iterable[Mention], places: Places, gazetteer: Gazetteer, nouns: Nouns) -> None:
    """A town, region, sea or country that was taken for a facility is a place, as is a city taken for a weapon.

    A single word that neither the map nor a noun knows for a facility ("Passover", "NIT") may be anything.
    """
    for name in names:
        place = places.get(name.span) if name.kind in ("facility", "weapon") else None
        lone = name.kind == "facility" and name.span not in places and len(name.words) < 2
        if lone and not any(map(nouns.is_built, name.words)):
            name.kind = "other"
        if name.kind == "facility" and name.words[-1] in NATURAL | (AREAS if len(name.words) > 1 else frozenset()):
            name.kind = "place"
        if place is None:
            continue
        settled = place.feature in SETTLED and any(e.by_own_name for e in gazetteer.lookup(name.text))
        if settled or (place.feature == "region" and not any(map(nouns.is_built, name.words))):
            name.kind = "place"


def settle_outlets(names: Iterable[Mention], report: Report) -> None:
    """The report's outlet and the agency in its dateline are bodies where they were taken for a thing; an outlet that
    is a person, who publishes speeches, stays one.
    """
    agency = agency_span(report.text)
    called = {fold(name) for name in (report.outlet, agency and report.text[slice(*agency)]) if name}
    for name in names:
        if name.kind in THINGS and fold(name.text) in called:
            name.kind = "organization"


def place_of(
    names: Iterable[Mention], kind: str, places: Places, starts: Mapping[int, Mention]
) -> tuple[bool, Place | None]:
    """Whether a toponym stands at one of the names of a place or facility, and the first place that one means.

    "Central Ontario" is Ontario, as the gazetteer's conventions have it. `starts`: toponyms by their first word.
    """
    names = list(names)
    spans = [name.span for name in names if name.span in places]
    if not spans and kind == "place":
        inside = (starts[i] for name in names for i in range(name.start, name.end) if i in starts)
        spans = [toponym.span for toponym in inside if toponym.span in places]
    return bool(spans), next((place for span in spans if (place := places[span]) is not None), None)
