"""The country that a report speaks of at a point: "the government", "police", "the Interior Ministry" are its own.

Names speak for their country, and fade sentence by sentence; the outlet of a government always speaks for its own.
Where two countries are spoken of about as much, nothing is claimed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.nouns import Nouns
from sayso.digest._naming.bodies import load_bodies
from sayso.digest._naming.mentions import Mention, lemma_of
from sayso.digest._naming.offices import serves
from sayso.digest.gazetteer import fold

if TYPE_CHECKING:
    from sayso.digest._naming.clusters import Cluster
    from sayso.model import Report

#: What is left of a name's voice, sentence by sentence.
FADING = 0.75
#: A town speaks less for its country than the country's own name; what an outlet always says for its own.
BY_TABLE = 0.5
AT_HOME = 1.5
#: The country must weigh so much, and so many times as much as any other.
ENOUGH = 0.7
MARGIN = 2.0
#: "Foreign officials", "rival forces", "two presidents" are of no country, or of several.
NOT_OURS = frozenset((
    "other", "another", "foreign", "enemy", "rival", "allied", "international", "multinational", "joint", "coalition",
    "collective", "peacekeeping",
    "any", "no", "neither", "every", "each", "both", "many", "some", "several", "two", "various", "most",
))  # fmt: skip


class Homeland:
    """What names have said so far, by country."""

    def __init__(self, nouns: Nouns, home: str | None) -> None:
        self.nouns = nouns
        self.home = home
        #: weight, and the sentence that it was reckoned at
        self._weights: dict[str, tuple[float, int]] = {} if home is None else {home: (0.0, 0)}

    def note(self, mention: Mention, cluster: Cluster) -> None:
        """Takes in that something was mentioned: it speaks for its country, or gets that which was spoken of."""
        if mention.form == "name" and cluster.country is not None:
            said = BY_TABLE if cluster.country_by_table else 1.0
            now = self._weight(cluster.country, mention.sentence)
            self._weights[cluster.country] = (now + said, mention.sentence)
        elif cluster.country is None and self._is_national(mention, cluster):
            cluster.country = self._at(mention.sentence, named=cluster.kind == "person" and mention.form == "name")

    def _is_national(self, mention: Mention, cluster: Cluster) -> bool:
        """ "The government", "police", "the Interior Ministry", "Interior Minister Okello"."""
        if mention.form == "pronoun" or (cluster.part_of is not None and cluster.part_of.kind != "organization"):
            return False
        doc = mention.doc
        words = doc[mention.start : mention.end if mention.form == "name" else mention.head]
        if not NOT_OURS.isdisjoint(t.lower_ for t in words) or (
            mention.form == "nominal" and mention.end > mention.head + 1
        ):
            return False
        if mention.form == "name" and cluster.kind == "person":
            return cluster.part_of is None and any(self._is_minister(mention, role) for role in cluster.roles)
        heads = (mention.end - 1, mention.start) if mention.form == "name" else (mention.head,)
        return any(self._is_of_a_state(mention, head) for head in heads)

    def _is_minister(self, mention: Mention, role: tuple[int, int, int]) -> bool:
        """A minister is rarely named without the country, but by his own; presidents of others are."""
        words = [token.lower_ for token in mention.doc[role[0] : role[1]]]
        return lemma_of(mention.doc[role[2]]) == "minister" and ("prime" not in words or "deputy" in words)

    def _is_of_a_state(self, mention: Mention, head: int) -> bool:
        """Whether it is a noun for what a state has: one government, one president, any number of soldiers."""
        token = mention.doc[head]
        return token.lower_ in self.nouns.national or (not mention.many and lemma_of(token) in self.nouns.national)

    def _at(self, sentence: int, *, named: bool) -> str | None:
        """The country that is clearly spoken of most at a sentence; of people with names only the outlet's own."""
        ranked = sorted(((self._weight(country, sentence), country) for country in self._weights), reverse=True)
        if not ranked or ranked[0][0] < ENOUGH or (len(ranked) > 1 and ranked[0][0] < MARGIN * ranked[1][0]):
            return None
        return None if named and ranked[0][1] != self.home else ranked[0][1]

    def _weight(self, country: str, sentence: int) -> float:
        weight, then = self._weights.get(country, (0.0, sentence))
        return float(weight * FADING ** (sentence - then)) + (AT_HOME if country == self.home else 0.0)


def home_of(report: Report) -> str | None:
    """The country whose government or ruler publishes the report; None for papers and all others."""
    if not report.outlet:
        return None
    body = load_bodies().get(fold(report.outlet))
    if body is not None and body.sector == "GOV":
        return body.country
    return serves(report.published, report.outlet)
