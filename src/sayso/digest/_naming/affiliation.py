"""Which country and body the words attach a name to: "Kenyan MP …", "… of the Dutch army", "Mali's junta"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import TYPE_CHECKING

from sayso.codebook.grammar import LANDS_AND_BODIES
from sayso.codebook.nouns import Nouns
from sayso.digest._naming.bodies import load_bodies
from sayso.digest._naming.clusters import Cluster
from sayso.digest._naming.mentions import Mention
from sayso.digest._naming.sectors import body_sector
from sayso.digest.gazetteer import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from sayso.digest.gazetteer import Gazetteer

#: How many words of a country's name are tried ("Democratic Republic of Congo").
LONGEST_COUNTRY = 4
NEAR = ("of", "from", "for")
#: What leads from a role to its body, and how many words behind the role it is looked for.
BEHIND = frozenset(("of", "at", "with", "for", "from", "in"))
LONGEST_TAIL = 9
#: What leads from who is sent to whom he is sent to.
SENT_TO = frozenset(("to", "for", "in", "on"))
#: Kinds that a public body may be taken for ("the Kremlin").
BODIES = frozenset(("organization", "facility", "other"))


def attach(clusters: Iterable[Cluster], names_at: Mapping[int, Mention], gazetteer: Gazetteer, nouns: Nouns) -> None:
    """Fills country, body and sector of clusters of names, from words alone."""
    clusters = list(clusters)
    elsewhere = _named_elsewhere(clusters, gazetteer)
    for cluster in clusters:
        if cluster.kind in BODIES:
            _from_table(cluster)
        _from_own_words(cluster, elsewhere, gazetteer, nouns)
    lands = {cluster.country for cluster in clusters if cluster.kind == "place"}
    for cluster in clusters:
        if cluster.kind == "nationality":
            cluster.country = cluster.country or _of_people(cluster, lands, gazetteer)
    for cluster in clusters:
        if cluster.kind not in ("place", "nationality"):
            for near in _names_near(cluster, names_at, nouns.sent):
                _take(cluster, near, nouns)


def _of_people(cluster: Cluster, lands: Set[str | None], gazetteer: Gazetteer) -> str | None:
    """The country of a people; of two that are called so ("Dominican"), the one that the report has places of."""
    found = [country for mention in cluster.names for country in gazetteer.nationality(mention.text)]
    return next((country for country in found if country in lands), next(iter(found), None))


def _take(cluster: Cluster, near: Cluster, nouns: Nouns) -> None:
    if cluster.sector == "IGO" and cluster.kind == "organization":
        return  # "the Czech EU presidency" does not make the EU Czech
    if cluster.country is None or (cluster.country_by_table and near.country and not near.country_by_table):
        cluster.country, cluster.country_by_table = near.country, near.country_by_table
    if cluster.part_of is None or (near.kind == "organization" and cluster.part_of.kind != "organization"):
        cluster.part_of = near
    if cluster.kind == "person" and near.kind == "organization":
        of_state = cluster.sector in (None, "GOV") and near.sector == "IGO" and cluster.country is None
        sector = near.sector if near.sector and _is_only_of(cluster, nouns) else cluster.sector or near.sector
        cluster.sector = "IGO" if of_state else sector


def _is_only_of(cluster: Cluster, nouns: Nouns) -> bool:
    """ "A spokesman for the rebels": by his roles somebody whom any body may have, a state as well as a militia."""
    heads = [cluster.names[0].doc[head] for _, _, head in cluster.roles]
    return bool(heads) and all(nouns.is_general(head.lower_, head.lemma_) for head in heads)


def _named_elsewhere(clusters: Iterable[Cluster], gazetteer: Gazetteer) -> dict[str, str]:
    """Names of countries that mean a place in another one in this report: {"georgia": "USA"}."""
    places = (cluster for cluster in clusters if cluster.kind == "place" and cluster.country is not None)
    return {
        " ".join(mention.words): cluster.country
        for cluster in places
        for mention in cluster.names
        if cluster.country is not None and gazetteer.country_of(mention.text) not in (None, cluster.country)
    }


def _from_own_words(cluster: Cluster, elsewhere: Mapping[str, str], gazetteer: Gazetteer, nouns: Nouns) -> None:
    """A country itself; the country in the name of a body, and the sector of its noun."""
    for mention in cluster.names:
        words = mention.words
        if cluster.kind == "place":
            own = gazetteer.country_of(mention.text)
            if own is not None and cluster.country in (None, own):
                cluster.country, cluster.country_by_table = own, False
        elif cluster.kind == "organization" and cluster.wikidata is not None:
            cluster.sector = "IGO"
        elif cluster.kind == "organization" and words:
            unsaid = len(words) > 1 and (cluster.country is None or cluster.country_by_table)
            if unsaid and (own := country_in(words, gazetteer, elsewhere)):
                cluster.country, cluster.country_by_table = own, False
            cluster.sector = cluster.sector or _body_sector(words, nouns)


def _body_sector(words: tuple[str, ...], nouns: Nouns) -> str | None:
    """Sector of a body by its name; one word alone is enough for what a state has ("the Army")."""
    if len(words) > 1:
        return body_sector(words, nouns)
    noun = nouns.find(words[0]) if words[0] in nouns.national else None
    return None if noun is None else noun.sector


def _from_table(cluster: Cluster) -> None:
    """Country and sector of a body that everybody knows; its own words may still name another country."""
    found = next((body for m in cluster.names if (body := load_bodies().get(fold(m.text))) is not None), None)
    if found is not None:
        cluster.country, cluster.country_by_table = found.country, found.country is not None
        cluster.sector = found.sector


def country_in(words: tuple[str, ...], gazetteer: Gazetteer, elsewhere: Mapping[str, str]) -> str | None:
    """The country of the first demonym or country's name among the words; of names that are `elsewhere`, that one."""
    for start in range(len(words)):
        demonym = gazetteer.nationality(words[start])
        if demonym:
            return demonym[0]
        for length in range(min(LONGEST_COUNTRY, len(words) - start), 0, -1):
            name = " ".join(words[start : start + length])
            if len(name) > 3 and (found := gazetteer.country_of(name)) and words[start - 1 : start] != ("new",):
                return elsewhere.get(name, found)
    return None


def _names_near(cluster: Cluster, names_at: Mapping[int, Mention], sent: frozenset[str]) -> Iterable[Cluster]:
    """Countries and bodies inside of its roles, straight before its names, and after "of" or "from" behind them."""
    doc = cluster.mentions[0].doc
    sent_to: set[int] = set()
    for start, end, head in (*cluster.roles, *cluster.classes):
        owner = start - 1 if start and doc[start - 1].head.i == head else start  # "the EU special envoy"
        sent_from = _whom_sent_to(doc[start:end], sent)
        sent_to.update(range(sent_from, end))
        yield from _named(names_at, range(owner, sent_from))
    for mention in cluster.names[:1]:
        for _, end, _ in cluster.roles:
            yield from _body_behind(mention.doc, end, names_at)
    for mention in cluster.names:
        doc, at = mention.doc, mention.start - 1
        while at >= 0 and (doc[at].tag_ == "POS" or doc[at].lower_ in ("former", "the", "-")):
            at -= 1
        yield from _named(names_at, {at} - sent_to)
        if mention.end + 1 < len(doc) and doc[mention.end].lower_ in NEAR:
            step = 2 if doc[mention.end + 1].lower_ == "the" else 1
            yield from _named(names_at, (mention.end + step,))


def _whom_sent_to(role: Span, sent: frozenset[str]) -> int:
    """Where a role comes to whom its holder is sent to: before "to" in "UN envoy to Chad"; else its end."""
    nouns = [token.i for token in role if token.lower_ in sent or token.lemma_ in sent]
    behind = (t.i for t in role if nouns and t.i > nouns[0] and t.lower_ in SENT_TO)
    return next(behind, role.end)


def _body_behind(doc: Doc, end: int, names_at: Mapping[int, Mention]) -> Iterable[Cluster]:
    """The body behind a role: "an analyst at the Harbour Institute", "director for Asia at the Institute"."""
    for at in range(end, min(end + LONGEST_TAIL, len(doc) - 1)):
        before = names_at.get(at)
        if doc[at].is_punct or doc[at].pos_ in ("VERB", "AUX") or (before is not None and before.kind == "person"):
            return
        first = at + 1 + (doc[at + 1].lower_ == "the")
        name = names_at.get(first) if doc[at].lower_ in BEHIND else None
        if name is not None and name.cluster is not None and name.kind == "organization":
            yield name.cluster
            return


def _named(names_at: Mapping[int, Mention], indices: Iterable[int]) -> Iterable[Cluster]:
    for index in indices:
        name = names_at.get(index)
        if name is not None and name.cluster is not None and name.kind in LANDS_AND_BODIES:
            yield name.cluster
