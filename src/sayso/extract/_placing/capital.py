"""The capital, and the town that the report comes from: places that common words take up from the report as a whole.

"The Syrian capital" is that country's, where the report names it, "the capital" the only one that it names, else that
of the dateline; "here" and, where no town was named before, "the city" are the town of the dateline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.digest._places.dateline import whole_dateline
from sayso.digest.gazetteer import load_gazetteer
from sayso.extract._placing.again import Named
from sayso.extract._saying.quotes import quotations_of
from sayso.model import Entity

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

CITIES = frozenset({"city", "point"})
#: What takes up the town of the dateline.
TOWNS = frozenset({"city", "town"})
#: How that which says whose capital it is hangs on it.
BESIDE = frozenset({"amod", "compound", "nmod:poss", "nmod", "appos", "flat"})
#: How a town stands where something was.
AT = frozenset({"in", "at", "near", "outside"})
THE = frozenset({"the", "this"})
#: Sorts of capitals that are not the country's: "the commercial capital [Town]".
OTHER_CAPITALS = frozenset(
    """administrative business commercial cultural district economic financial former industrial old provincial
    regional state tribal""".split()
)


class FromReport:
    """What "the capital", "the city" and "here" mean in one report."""

    def __init__(self, digest: Digest) -> None:
        self._digest = digest
        self._known = {entity.id: entity for entity in digest.entities}
        cities = [e for e in digest.entities if e.kind == "place" and e.place and e.place.feature in CITIES]
        self.home = self._home(cities)
        self._capitals: dict[str, Entity] = {}
        for entity in cities:
            if entity.place is not None and entity.place.country and _is_capital(entity):
                self._capitals.setdefault(entity.place.country, entity)

    def _home(self, cities: list[Entity]) -> Entity | None:
        """The town of the dateline."""
        line = whole_dateline(self._digest.report.text)
        at = (e for e in cities if line and any(line[0] <= m.spans[0][0] < line[1] for m in e.mentions))
        return next(at, None)

    def capitals(self) -> Named:
        """The nouns for a capital ("the Syrian capital"), by the start of their sentence."""
        found: Named = {}
        for noun in self._digest.doc:
            entity = self._capital(noun)
            if entity is not None:
                found.setdefault(noun.sent.start, []).append((noun, entity))
        return found

    def towns(self, named: Named) -> Named:
        """ "The city", up to the sentence that tells of a town, by the start of its sentence; `named`: the places that
        are told. "Shells hit [Town] as rebels fought in the city" is in that town.
        """
        found: Named = {}
        for sentence in self._digest.doc.sents:
            here = [r for r, e in named.get(sentence.start, []) if e.place is None or e.place.feature in CITIES]
            last = min((root.i for root in here if syntax.case_of(root) in AT), default=sentence.end)
            for noun in sentence:
                entity = self._city(noun) if noun.i < last else None
                if entity is not None:
                    found.setdefault(sentence.start, []).append((noun, entity))
            if here:
                break
        return found

    def here(self, verb: Token) -> str | None:
        """ "A bomb exploded here": id of the town of the dateline; what others mean by "here" is not asked."""
        aim = verb.dep_ in ("advcl", "xcomp", "conj") and verb.tag_ == "VB"  # "met here to vote"
        over = verb.head if aim else verb
        said = any(c.lower_ == "here" and c.dep_ == "advmod" for one in (verb, over) for c in one.children)
        if self.home is None or not said:
            return None
        quoted = any(q.start <= verb.idx < q.end for q in quotations_of(self._digest))
        return None if quoted else self.home.id

    def _capital(self, noun: Token) -> Entity | None:
        """ "The Syrian capital", "Syria's capital", "the capital of Syria", "the capital"."""
        city = lemma(noun) == "city" and any(lemma(c) == "capital" for c in noun.children)  # "the capital city"
        if not (city or lemma(noun) == "capital") or noun.tag_ != "NN" or noun.dep_ in ("compound", "amod"):
            return None
        beside = [c for c in noun.children if c.dep_ in BESIDE and lemma(c) != "capital"]
        if not beside:
            only = next(iter(self._capitals.values())) if len(self._capitals) == 1 else None
            home = self.home if self.home in self._capitals.values() else None
            return (only or home) if any(c.lower_ in THE for c in noun.children) else None
        if any(c.lower_ in OTHER_CAPITALS for c in beside):
            return None
        lands = {self._country_at(c) for c in beside} - {None}
        return self._capitals.get(next(iter(lands)) or "") if len(lands) == 1 else None

    def _country_at(self, word: Token) -> str | None:
        entity = self._known.get(self._digest.entity_at(word) or "")
        return None if entity is None else entity.country

    def _city(self, noun: Token) -> Entity | None:
        if lemma(noun) not in TOWNS or noun.tag_ != "NN" or noun.dep_ == "compound":
            return None
        return self.home if [c.lower_ for c in noun.children if c.dep_ != "case"] in (["the"], ["this"]) else None


def _is_capital(entity: Entity) -> bool:
    entries = load_gazetteer().lookup(entity.name)
    return any(entry.is_capital and entity.place and entry.country == entity.place.country for entry in entries)
