"""Places: every toponym of a report by its words, and the place on the map that each means.

Toponyms are what the language model labels place or facility, joined with names that the gazetteer knows well and the
model passed over; persons, organizations and nationalities are left out. What a name means is decided in
`_places/resolve.py`. Conventions and figures: docs/places.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from spacy.tokens import Span as Ent

from sayso.codebook.nouns import load_nouns
from sayso.digest._places.dateline import find_dateline
from sayso.digest._places.place_lists import LISTS
from sayso.digest._places.resolve import Mention, Surroundings, resolve
from sayso.digest._places.toponyms import find_toponyms, is_settled
from sayso.digest.gazetteer import Gazetteer
from sayso.model import Place, Report, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["dateline_span", "find_places", "mend_names"]

#: How much a word for a nationality, the outlet's country and the dateline's country say of where the report is about.
NATIONALITY_VOTE, OUTLET_VOTE = 0.7, 1.0
#: The endings of web addresses that are used far outside their country.
_EVERYWHERE = frozenset({"ai", "am", "cc", "co", "fm", "io", "ly", "me", "to", "tv", "ws"})
_LONGEST_HOST = 255
#: A region of Colombia, Bolivia, France and others, where it is not written as a name.
DEPARTMENT = "department"
#: What the name of a town is taken for.
_UNSURE = frozenset({"person", "organization", "other"})


def find_places(doc: Doc, report: Report, gazetteer: Gazetteer) -> dict[Span, Place | None]:
    """Every toponym of the report by its span (code points), in text order; None where the place is not known.

    Nationalities ("Ukrainians") are never places. Countries carry their middle and a large radius, regions the radius
    of their extent, facilities the town that they are named after. Names of `doc.ents` whose last word tells that they
    are built are facilities from then on, and those that the report calls a town or region are places.
    """
    _mark_kinds(doc, gazetteer)
    toponyms = find_toponyms(doc, gazetteer)
    text = doc.text
    around = Surroundings(text, _votes(doc, report, gazetteer))
    mentions = [Mention(span, text[span[0] : span[1]], facility) for span, facility in toponyms]
    return dict(zip((mention.span for mention in mentions), resolve(mentions, around, gazetteer), strict=True))


def _mark_kinds(doc: Doc, gazetteer: Gazetteer) -> None:
    """A name for a place that ends in a word for what is built ("[Town] Hospital", "[Name] Street") is a facility; one
    that is said to be a town or region ("[Name], the capital of …", "the village of [Name]") is a place.
    """
    nouns = load_nouns()
    ents = []
    for ent in (_without_department(ent, gazetteer) for ent in doc.ents):
        last = ent[-1].lower_
        built = ent.label_ == "place" and len(ent) > 1 and (last in LISTS.ways or nouns.is_built(last))
        label = "facility" if built else "place" if ent.label_ in _UNSURE and is_settled(ent) else ""
        ents.append(Ent(doc, ent.start, ent.end, label=label) if label else ent)
    doc.ents = tuple(ents)


def _without_department(name: Ent, gazetteer: Gazetteer) -> Ent:
    """ "The department of [Region]", "[Region] department": a region as others are, and no office of anybody."""
    if name.label_ not in ("organization", "facility") or len(name) < 2:
        return name
    doc, start, end = name.doc, name.start, name.end
    if name[0].text == DEPARTMENT and name[1].lower_ == "of":
        start += 2
    elif name[-1].text == DEPARTMENT:
        end -= 1
    if end - start in (0, len(name)):
        return name
    entries = gazetteer.lookup(doc[start:end].text)
    known = any(one.feature == "admin1" and one.country != "USA" for one in entries)  # "the Texas department" is a body
    return Ent(doc, start, end, label="place") if known else name


def mend_names(doc: Doc, places: Mapping[Span, Place | None]) -> None:
    """Puts the toponyms among `doc.ents`: a name with another label, cut in two or passed over becomes a place, a
    country also where the model takes it for a facility.

    Toponyms inside a longer name ("Kherson City Council") leave it as it is, and so do those at a name that stands for
    a person more often than for a place.
    """
    owner: list[Ent | None] = [None] * len(doc)
    for ent in doc.ents:
        owner[ent.start : ent.end] = [ent] * (ent.end - ent.start)
    added, dropped, people = list[Ent](), set[int](), _people(doc)
    for (start, end), place in places.items():
        country = place is not None and place.feature == "country"
        span = doc.char_span(start, end, label="place", alignment_mode="expand")
        if span is None:
            continue
        over = {ent.start: ent for ent in owner[span.start : span.end] if ent is not None}
        if not any(_holds(ent, span, country=country) or ent.text in people for ent in over.values()):
            dropped |= set(over)
            added.append(span)
    doc.ents = (*(ent for ent in doc.ents if ent.start not in dropped), *added)


def _people(doc: Doc) -> frozenset[str]:
    """Names that the model takes for a person more often than for a place."""
    votes = Counter(ent.text for ent in doc.ents if ent.label_ == "person")
    votes.subtract(Counter(ent.text for ent in doc.ents if ent.label_ in ("place", "facility")))
    return frozenset(name for name, count in votes.items() if count > 1)


def _holds(ent: Ent, span: Ent, *, country: bool) -> bool:
    """Whether a name already covers a toponym: as a place, or as a longer name that it is a part of."""
    covers = ent.start <= span.start and span.end <= ent.end
    labels = ("place",) if country else ("place", "facility")
    return covers and (ent.label_ in labels or len(ent) > len(span))


def dateline_span(doc: Doc) -> Span | None:
    """The words of the place in the report's dateline ("KYIV, Nov 17 (Agency) —"), or None where it has none."""
    return find_dateline(doc.text)


def _votes(doc: Doc, report: Report, gazetteer: Gazetteer) -> dict[str, float]:
    """Countries that the report speaks of beside its toponyms: by nationalities and by its outlet's address."""
    votes: dict[str, float] = {}
    for codes in {gazetteer.nationality(word) for word in {token.text for token in doc if token.text[:1].isupper()}}:
        for code in codes:
            votes[code] = votes.get(code, 0.0) + NATIONALITY_VOTE / len(codes)
    outlet = _outlet_country(report, gazetteer)
    if outlet:
        votes[outlet] = votes.get(outlet, 0.0) + OUTLET_VOTE
    return votes


def _outlet_country(report: Report, gazetteer: Gazetteer) -> str | None:
    """Country of the page's address ("…co.uk"), None for those that tell nothing."""
    host = (report.url or "").partition("://")[2][:_LONGEST_HOST].partition("/")[0].partition(":")[0]
    ending = host.rpartition(".")[2].casefold()
    if len(ending) != 2 or ending in _EVERYWHERE:
        return None
    alpha2 = "GB" if ending == "uk" else ending.upper()
    return next((row["alpha3"] for row in gazetteer.countries if row["alpha2"] == alpha2), None)
