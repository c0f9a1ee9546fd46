"""Who bears which office in one report: by the roles of its people, by the table of offices, by the title of the page.

"The president of Chad" is the person with that office and country; "the president" alone is somebody where only one
person of the report is called so. Whom only the title of the page names has no mention there: the words of the report
that mean the office are the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sayso.digest._naming.clusters import Cluster, Words
from sayso.digest._naming.offices import PAST, Office, find_holders, office_of, title_of
from sayso.digest._naming.page import titled_people

if TYPE_CHECKING:
    from sayso.codebook.nouns import Nouns
    from sayso.digest._naming.mentions import Mention
    from sayso.digest.gazetteer import Gazetteer

#: Who is spoken of as "His Majesty", by the words of the office.
HONOURED: dict[Words, tuple[str, ...]] = {
    ("majesty",): ("king", "queen", "sultan", "emperor"),
    ("highness",): ("prince", "princess", "emir", "crown prince", "sheikh"),
}
OF_HONOUR = frozenset(("his", "her"))


class Bearers:
    """Offices and the people who bear them."""

    def __init__(self) -> None:
        self._of: dict[Office, Cluster] = {}
        #: the only one with that title; None where there are several
        self._alone: dict[Words, Cluster | None] = {}

    def add(self, title: Words, owner: str | None, cluster: Cluster) -> None:
        """Takes in that somebody is called so; `owner`: the country or body of the office."""
        if not title or not PAST.isdisjoint(title):
            return
        if owner:
            self._of.setdefault((owner, title), cluster)
        self._alone[title] = cluster if self._alone.get(title, cluster) is cluster else None

    def meant(self, mention: Mention, names_at: Mapping[int, Mention], owner: Cluster | None) -> Cluster | None:
        """The bearer of the office that a noun phrase with an owner names: "the president of Chad"."""
        office = office_of(mention, names_at, owner)
        return None if office is None else self._of.get(office)

    def only(self, mention: Mention, names_at: Mapping[int, Mention], owner: Cluster | None) -> Cluster | None:
        """The only bearer of the office that "the president" or "His Majesty" names."""
        if mention.kind != "person" or mention.many or owner is not None:
            return None
        first, title = mention.doc[mention.start].lower_, title_of(mention, mention.start, mention.end, names_at)
        if first in OF_HONOUR and title[1:] in HONOURED:
            found = [self._alone[(*key.split(),)] for key in HONOURED[title[1:]] if (*key.split(),) in self._alone]
            return found[0] if len(found) == 1 else None
        return self._alone.get(title) if first == "the" else None


def find_bearers(
    clusters: Iterable[Cluster],
    names_at: Mapping[int, Mention],
    page: tuple[str | None, str | None],
    gazetteer: Gazetteer,
    nouns: Nouns,
) -> Bearers:
    """The offices of the people of a report. `page`: its title, and when it was published."""
    clusters = list(clusters)
    people = [cluster for cluster in clusters if cluster.kind == "person" and cluster.names]
    bearers = Bearers()
    for (owner, title), cluster in find_holders(clusters, names_at, page[1]).items():
        bearers.add(title, owner, cluster)
    for cluster in people:
        own = None if cluster.country_by_table else cluster.country
        for start, end, _ in cluster.roles:
            bearers.add(title_of(cluster.names[0], start, end, names_at), own, cluster)
    families = {cluster.names[0].words[-1]: cluster for cluster in people if cluster.names[0].words}
    for titled in titled_people(*page, gazetteer, nouns):
        known = families.get(titled.name.casefold().split()[-1])
        cluster = known or Cluster("person", called=titled.name, country=titled.country, sector=titled.sector)
        cluster.country_by_table = cluster.country_by_table or (known is None and titled.by_table)
        for title in titled.titles:
            bearers.add(title, titled.owner, cluster)
    return bearers
