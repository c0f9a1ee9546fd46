"""The places that each sentence of a report mentions: by a name, by what they are ("the city"), by whose they are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.codebook.codebook import words_for
from sayso.codebook.match import lemma
from sayso.digest._places.dateline import whole_dateline
from sayso.extract._placing.again import Named, taken_again
from sayso.extract._placing.capital import FromReport
from sayso.extract._placing.clauses import inside
from sayso.model import Entity, Mention

if TYPE_CHECKING:
    from sayso.digest.digest import Digest


#: Of these a town has one as well as another.
STREETS = frozenset("street avenue lane road drive boulevard highway alley line border office ministry".split())


class Scenes:
    """Mentions of places and buildings, by the start of their sentence."""

    def __init__(self, digest: Digest) -> None:
        self.digest = digest
        self._dateline = whole_dateline(digest.report.text)
        #: what "the capital", "the city" and "here" mean
        self.report = FromReport(digest)

    @cached_property
    def places(self) -> Named:
        """Places by name, or by what they are."""
        places = [e for e in self.digest.entities if e.kind == "place" or (e.kind == "facility" and e.place)]
        named = self._mentions((one, m) for one in places for m in one.mentions if m.form == "name")
        nouns = self._mentions((one, m) for one in places for m in one.mentions if m.form == "nominal")
        capitals = self.report.capitals()
        known = {root.i: one for found in nouns.values() for root, one in found}
        again = taken_again(self.digest.doc, joined(named, capitals), known)
        report = joined(capitals, self.report.towns(joined(named, capitals)))
        taken = {root.i for found in report.values() for root, _ in found}
        return joined(named, _without(again, taken), report)

    @cached_property
    def buildings(self) -> Named:
        """Buildings that are nowhere on the map."""
        off_map = [e for e in self.digest.entities if e.kind == "facility" and not e.place]
        return self._mentions((one, mention) for one in off_map for mention in one.mentions)

    @cached_property
    def sites(self) -> Named:
        """Buildings that are nowhere on the map, by their names ("the [Name] camp")."""
        by_name = {one.id for one in self.digest.entities if one.has_name}
        named = {start: [one for one in ones if one[1].id in by_name] for start, ones in self.buildings.items()}
        built = words_for("facility") - STREETS
        return {start: [one for one in ones if lemma(one[0]) in built] for start, ones in named.items()}

    def _mentions(self, told: Iterable[tuple[Entity, Mention]]) -> Named:
        found: Named = {}
        for entity, mention in told:
            span = self.digest.doc.char_span(*mention.spans[0], alignment_mode="expand")
            if span is None or not len(span) or inside(mention, self._dateline) or _is_no_name(entity, mention):
                continue
            found.setdefault(span.root.sent.start, []).append((span.root, entity))
        return found


def joined(*parts: Named) -> Named:
    """The mentions of all parts."""
    starts = {start: None for part in parts for start in part}
    return {start: [one for part in parts for one in part.get(start, [])] for start in starts}


def _without(found: Named, taken: set[int]) -> Named:
    return {start: [one for one in ones if one[0].i not in taken] for start, ones in found.items()}


def _is_no_name(entity: Entity, mention: Mention) -> bool:
    """A word that the model takes for a place: of what no map has, only a name, and what takes it up, is one."""
    if entity.place is not None or entity.kind != "place":
        return False
    names = [m.text for m in entity.mentions if m.form == "name"]
    return mention.text.islower() and not (mention.form == "nominal" and any(not one.islower() for one in names))
