"""Entities of one report: who and what is named, with every mention, role and country; one record per thing.

Names come from the language model (and the toponyms that only the gazetteer finds), noun phrases from its nominal spans
and the noun table, pronouns from the parse. Time and memory are linear in the length of the report.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, cast

import msgspec

from sayso.codebook.given_names import load_given_names
from sayso.codebook.grammar import PLURAL
from sayso.codebook.nouns import Nouns, load_nouns
from sayso.digest._naming.acting import acts
from sayso.digest._naming.affiliation import attach
from sayso.digest._naming.bearers import find_bearers
from sayso.digest._naming.classes import add_classes
from sayso.digest._naming.clusters import Cluster, is_acronym, one_item_each, settle_kinds
from sayso.digest._naming.genders import settle_genders
from sayso.digest._naming.headlines import heading_words, out_of_headings, settle_headings
from sayso.digest._naming.homeland import Homeland, home_of
from sayso.digest._naming.mentions import (
    DEFINITE,
    SPEAKERS,
    Mention,
    bare_role,
    name_mentions,
    noun_mentions,
    pronoun_mentions,
    sentence_numbers,
)
from sayso.digest._naming.names import Places, add_nested, cluster_names, spelled_out
from sayso.digest._naming.page import read_title
from sayso.digest._naming.placed import (
    beside,
    free_origins,
    nested,
    place_of,
    settle_facilities,
    settle_outlets,
    toponym_mentions,
)
from sayso.digest._naming.refer import Resolver
from sayso.digest._naming.repair import repair
from sayso.digest._naming.roles import is_address, roles_of, titles_before
from sayso.digest._naming.sectors import role_sector
from sayso.digest._naming.somebody import somebody_mentions
from sayso.digest._naming.wikidata import WikidataTable, load_wikidata
from sayso.digest.gazetteer import fold
from sayso.model import Entity, EntityKind, Place, Report, Span, Spans, Words, words
from sayso.model import Mention as MentionRecord

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sayso.digest.gazetteer import Gazetteer

#: Which nouns refer back to a place of that feature: tables of `nouns.generic`.
FEATURES = {
    "city": "city", "point": "city", "country": "country", "admin1": "region", "admin2": "region", "region": "region",
}  # fmt: skip

#: What may follow a phrase between commas that tells who the one before is.
CLOSING = frozenset((",", ".", "(", "for", "of", "at", "with", "in", "on", "from", "who", "whose"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entities:
    """The entities of a report, and which of them stands at which words."""

    records: tuple[Entity, ...]
    doc: Doc = field(repr=False)
    #: token index → entity id, for the head of every mention and every word of a name or of the title before it
    at: Mapping[int, str] = field(repr=False)
    #: first-person pronouns, as token indices: who speaks is for the statements to say
    speakers: tuple[int, ...] = ()
    _starts: tuple[int, ...] = field(default=(), repr=False)

    def entity_of(self, span: Span) -> str | None:
        """Id of the entity whose mention heads the words of `span` (code points); None where no entity does."""
        first = bisect_right(self._starts, span[0]) - 1
        last = bisect_left(self._starts, span[1])
        tokens = [t for t in self.doc[max(first, 0) : last] if not (t.is_punct or t.is_space)]
        inside = {t.i for t in tokens}
        for token in tokens:
            if token.head.i not in inside or token.head.i == token.i:
                found = self.of_token(token.i)
                if found is not None:
                    return found
        return None

    def of_token(self, index: int) -> str | None:
        """Id of the entity whose mention is headed by that token; a relative pronoun stands for its noun."""
        found = self.at.get(index)
        if found is not None:
            return found
        token = self.doc[index]
        if token.tag_ in ("WP", "WDT", "WP$") or token.lower_ == "that":
            clause = next((t for t in (token.head, *token.head.ancestors) if t.dep_ == "acl:relcl"), None)
            return None if clause is None else self.at.get(clause.head.i)
        beside = (child.i for child in token.rights if child.dep_ in ("flat", "appos"))
        found = next((self.at[index] for index in beside if index in self.at), None)
        one_of = token.dep_ == "nmod" and token.head.lower_ == "one"
        many = (token.tag_ in PLURAL or token.lower_ == "we") and not one_of
        several = found is not None and many and self.record(found).kind == "person"
        return None if several else found  # "the leaders – [Name] and [Name]" are not the first of them

    def record(self, identity: str) -> Entity:
        """The record of an id; `KeyError` where there is none."""
        for entity in self.records:
            if entity.id == identity:
                return entity
        raise KeyError(identity)

    def with_pronouns(self, resolved: Mapping[int, str]) -> Entities:
        """The same with more pronouns resolved: token index → entity id ("I" and "we" in a quote are its speaker's)."""
        extra: dict[str, list[Span]] = {}
        for index, identity in resolved.items():
            token = self.doc[index]
            extra.setdefault(identity, []).append((token.idx, token.idx + len(token)))
        text = self.doc.text
        records = tuple(_with_mentions(entity, extra.get(entity.id, []), text) for entity in self.records)
        left = tuple(index for index in self.speakers if index not in resolved)
        return replace(self, records=records, at={**self.at, **resolved}, speakers=left)


def _with_mentions(entity: Entity, spans: list[Span], text: str) -> Entity:
    if not spans:
        return entity
    more = [MentionRecord(spans=(span,), text=text[span[0] : span[1]], form="pronoun") for span in spans]
    mentions = tuple(sorted((*entity.mentions, *more), key=lambda mention: mention.spans))
    return msgspec.structs.replace(entity, mentions=mentions)


def find_entities(doc: Doc, report: Report, places: Places, gazetteer: Gazetteer) -> Entities:
    """All entities of a report. `places`: what `find_places` gave for the same `doc` (code points → place or None)."""
    nouns = load_nouns()
    sentences = sentence_numbers(doc)
    toponyms = toponym_mentions(doc, sentences, places)
    spots = frozenset(i for toponym in toponyms for i in range(toponym.start, toponym.end))
    names = repair(name_mentions(doc, sentences), gazetteer, nouns, spots)
    free_origins(names, toponyms, nouns)
    settle_facilities(names, places, gazetteer, nouns)
    settle_outlets(names, report)
    headings = heading_words(doc)
    names = settle_headings(beside(names, toponyms), headings)
    names_at = {i: mention for mention in names for i in range(mention.start, mention.end)}
    settle_kinds(names, _titled(names, names_at, nouns), spelled_out(doc, names))
    clusters = add_nested(cluster_names(doc, names, places), list(nested(names, toponyms, places)), places)
    starts = {toponym.start: toponym for toponym in toponyms}
    found = {id(c): _place_of(c, places, starts, gazetteer) for c in clusters if c.kind in ("place", "facility")}
    titles, wikidata = titles_before(names, names_at, nouns), load_wikidata()
    for cluster in clusters:
        _add_roles(cluster, names_at, nouns, titles)
        _identify(cluster, found.get(id(cluster)), wikidata, gazetteer)
    clusters = one_item_each(clusters)
    others = out_of_headings(noun_mentions(doc, sentences, names, nouns), headings)
    others += pronoun_mentions(doc, sentences)
    others += somebody_mentions(doc, sentences, {mention.head for mention in others})
    others = _join_roles(doc, others, clusters, names_at)
    add_classes(doc, names, others)
    attach(clusters, names_at, gazetteer, nouns)
    read_title(report.title, clusters, gazetteer, nouns)
    features = {id(c): FEATURES[place.feature] for c in clusters if c.kind == "place" and (place := found[id(c)])}
    bearers = find_bearers(clusters, names_at, (report.title, report.published), gazetteer, nouns)
    settle_genders(doc, names, others)
    resolver = Resolver(doc, nouns, names_at, features, bearers, Homeland(nouns, home_of(report)))
    resolver.run(names + others)
    return _collect(doc, report.text, [*clusters, *resolver.clusters], found, names_at, nouns)


def _identify(cluster: Cluster, place: Place | None, wikidata: WikidataTable, gazetteer: Gazetteer) -> None:
    """Wikidata item, country and sector of a body or a place."""
    if cluster.kind == "organization":
        cluster.wikidata = wikidata.of_names(mention.text for mention in cluster.names)
    if place is not None:
        cluster.country, cluster.country_by_table = place.country, place.feature != "country"
        cluster.wikidata = wikidata.of_place(place, gazetteer) if cluster.kind == "place" else None
    if cluster.kind == "place" and cluster.wikidata is not None and acts(cluster):
        cluster.sector = "GOV"


def _titled(names: list[Mention], names_at: Mapping[int, Mention], nouns: Nouns) -> dict[int, bool]:
    """Whether a title stands before the name that starts there."""
    return {
        m.start: m.start > 0 and m.start - 1 not in names_at and nouns.is_title(m.doc[m.start - 1].text) for m in names
    }


def _add_roles(cluster: Cluster, names_at: Mapping[int, Mention], nouns: Nouns, titles: Mapping[int, int]) -> None:
    """Roles, and with them gender and sector, of a person."""
    if cluster.kind != "person":
        return
    for mention in cluster.names:
        if mention.start:
            cluster.gender = cluster.gender or nouns.gender(mention.doc[mention.start - 1].text)
        for role in roles_of(mention, names_at, nouns, titles):
            cluster.roles.append(role)
            words = mention.doc[role[0] : role[1]]
            cluster.gender = cluster.gender or next((g for t in words if (g := nouns.gender(t.lemma_))), "")
            cluster.sector = cluster.sector or role_sector(words, mention.doc[role[2]], nouns)
    full = (mention.words for mention in cluster.names if len(mention.words) > 1)
    genders = {gender for name in full if (gender := load_given_names().get(fold(name[0])))}
    if not cluster.gender and len(genders) == 1:
        cluster.gender = genders.pop()


def _join_roles(
    doc: Doc, others: list[Mention], clusters: list[Cluster], names_at: Mapping[int, Mention]
) -> list[Mention]:
    """Noun phrases that tell a named thing once more are its mentions; titles before a name are none of their own."""
    by_role = {head: cluster for cluster in clusters for _, _, head in cluster.roles}
    openings = {start: cluster for cluster in clusters for start, _, _ in cluster.roles}
    openings |= {m.start: cluster for cluster in clusters if cluster.kind == "person" for m in cluster.names}
    starts = {m.start for cluster in clusters if cluster.kind == "person" for m in cluster.names}
    titles = {head for cluster in clusters for _, end, head in cluster.roles if end in starts}
    kept: list[Mention] = []
    for mention in others:
        cluster = by_role.get(mention.head) if mention.form == "nominal" and not mention.many else None
        if cluster is None and mention.form == "nominal" and mention.kind != "group" and not is_address(mention):
            cluster = _beside(doc, mention, names_at) or _between_commas(doc, mention, openings, names_at)
            if cluster is not None and cluster.kind == "person":
                cluster.roles.append(bare_role(mention))
        if mention.form == "nominal" and mention.head in titles:
            continue
        if cluster is not None:
            cluster.add(mention)
        kept.append(mention)
    return kept


def _beside(doc: Doc, mention: Mention, names_at: Mapping[int, Mention]) -> Cluster | None:
    """The named thing of the same kind that a noun phrase stands in apposition to, or repeats ("Grad rockets")."""
    token = doc[mention.head]
    near = [token.head.i] if token.dep_ == "appos" else [c.i for c in token.rights if c.dep_ in ("appos", "flat")]
    things = [token.i - 1] if mention.kind in ("weapon", "vehicle", "facility") else []
    after = names_at.get(token.i + 1)
    if mention.kind != "person" and after is not None and after.start == token.i + 1:
        things.append(after.head)
    for index in near + things:
        name = names_at.get(index)
        if name is not None and name.cluster is not None and mention.kind in (name.kind, "other"):
            return name.cluster
    return None


def _between_commas(
    doc: Doc, mention: Mention, openings: Mapping[int, Cluster], names_at: Mapping[int, Mention]
) -> Cluster | None:
    """ "his brother, Salim, …", "Salim, his brother, …" where the parse saw no apposition."""
    if mention.kind != "person" or mention.many:
        return None
    after = mention.end + 1
    if after < len(doc) and doc[mention.end].text == "," and after in openings:
        end = next((i for i in range(after, len(doc)) if doc[i].is_punct), len(doc))
        near = all(i in names_at or i in openings or doc[i].pos_ != "VERB" for i in range(after, end))
        return openings[after] if near and end + 1 < len(doc) and doc[end + 1].lower_ not in ("and", "or") else None
    name = names_at.get(mention.start - 2)
    closed = mention.end < len(doc) and doc[mention.end].lower_ in CLOSING
    beside = name is not None and name.kind == "person" and doc[mention.start - 1].text == ","
    return name.cluster if name is not None and beside and closed else None


def _place_of(cluster: Cluster, places: Places, starts: Mapping[int, Mention], gazetteer: Gazetteer) -> Place | None:
    """The place that a toponym of the cluster was resolved to; else the capital of that name."""
    known, place = place_of(cluster.names, cluster.kind, places, starts)
    if known or cluster.kind != "place":
        return place
    entries = gazetteer.lookup(cluster.names[0].text)
    return next((gazetteer.place(entry) for entry in entries if entry.is_capital and entry.by_own_name), None)


def _collect(
    doc: Doc,
    text: str,
    clusters: list[Cluster],
    places: Mapping[int, Place | None],
    names_at: Mapping[int, Mention],
    nouns: Nouns,
) -> Entities:
    """Records in the order of their first words."""
    clusters = sorted(
        (c for c in clusters if c.mentions and not all(map(is_address, c.mentions))),
        key=lambda c: min((m.start, m.nested, m.end) for m in c.mentions),
    )
    ids = {id(cluster): f"e{number}" for number, cluster in enumerate(clusters, 1)}
    at: dict[int, str] = {}
    for cluster in clusters:
        identity = ids[id(cluster)]
        for mention in cluster.mentions:
            if mention.nested:
                continue
            at[mention.head] = identity
            if mention.counted_by >= 0:
                at[mention.counted_by] = identity
            if mention.form == "name":
                at.update(dict.fromkeys(range(mention.start, mention.end), identity))
        for start, end, head in cluster.roles:
            at.update({i: identity for i in range(start, end) if i == head or i not in names_at})
    return Entities(
        records=tuple(_record(doc, text, c, ids, places.get(id(c)), nouns) for c in clusters),
        doc=doc,
        at=at,
        speakers=tuple(t.i for t in doc if t.lower_ in SPEAKERS and t.pos_ in ("PRON", "DET")),
        _starts=tuple(t.idx for t in doc),
    )


def _subkind(cluster: Cluster, nouns: Nouns) -> Literal["unit"] | None:
    """A military unit is a kind of organization, or a group of people."""
    if cluster.kind not in ("organization", "group") or cluster.sector not in ("MIL", "REB", None):
        return None
    heads = (mention.doc[mention.head] for mention in cluster.mentions if mention.form != "pronoun")
    return "unit" if any(nouns.is_unit(head.lower_, head.lemma_) for head in heads) else None


def _record(doc: Doc, text: str, cluster: Cluster, ids: Mapping[int, str], place: Place | None, nouns: Nouns) -> Entity:
    mentions = sorted(cluster.mentions, key=lambda mention: mention.start)
    country = cluster.country
    return Entity(
        id=ids[id(cluster)],
        kind=cast(EntityKind, cluster.kind),
        name=fullest_name(cluster),
        mentions=tuple(MentionRecord(spans=(m.span,), text=text[slice(*m.span)], form=m.form) for m in mentions),
        roles=_role_words(doc, text, cluster),
        country=country,
        country_from=None if country is None else "table" if cluster.country_by_table else "words",
        sector=cluster.sector,
        affiliation=None if cluster.part_of is None else ids.get(id(cluster.part_of)),
        place=place,
        wikidata=cluster.wikidata,
        subkind=_subkind(cluster, nouns),
    )


def _role_words(doc: Doc, text: str, cluster: Cluster) -> tuple[Words, ...]:
    found: dict[str, Words] = {}
    for start, end, _ in sorted({*cluster.roles, *cluster.classes}):
        spans: Spans = ((doc[start].idx, doc[end - 1].idx + len(doc[end - 1])),)
        found.setdefault(text[slice(*spans[0])].casefold(), words(text, *spans))
    return tuple(found.values())


def fullest_name(cluster: Cluster) -> str:
    """The name with the most words, not all in capitals, the earliest of those; else that of the title of the page, or
    its first noun phrase.
    """
    names = cluster.names
    if cluster.kind in ("place", "nationality") and names:
        spelt = [mention.text for mention in names if not is_acronym(mention.text)]
        mixed = [text for text in spelt if not text.isupper()]
        return Counter(mixed or spelt or [mention.text for mention in names]).most_common(1)[0][0]
    if names:
        return max(names, key=lambda m: (len(m.words), not m.text.isupper(), len(m.text), -m.start)).text
    if cluster.called:
        return cluster.called
    nominal = next((m for m in cluster.mentions if m.form == "nominal"), cluster.mentions[0])
    first = nominal.doc[nominal.start]
    start = nominal.start + 1 if first.lower_ in DEFINITE and nominal.end - nominal.start > 1 else nominal.start
    return nominal.doc[start : nominal.end].text
