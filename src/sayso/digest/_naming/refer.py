"""What noun phrases and pronouns refer back to, inside of one report.

Mentions are gone through once, in text order. A short memory of what was last spoken of, with its weight, decides for
pronouns (recency and grammatical role, after Lappin and Leass 1994); definite noun phrases ask who has such a role,
which name has such a word, and which city, country or body was named last. In whole reports two networks have the last
word (`_naming.pronouns`, `_naming.phrases`). Every step looks at a bounded number of candidates.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sayso.codebook.grammar import LANDS_AND_BODIES, NO, OWNERS, PLURAL, THINGS
from sayso.codebook.nouns import Nouns
from sayso.codebook.words import word_list
from sayso.digest._naming.bearers import Bearers
from sayso.digest._naming.binding import told_beside
from sayso.digest._naming.clusters import SMALL, Cluster, said_by_words
from sayso.digest._naming.homeland import Homeland
from sayso.digest._naming.mentions import DEFINITE, Mention, bare_role, lemma_of, office_lemma
from sayso.digest._naming.misfits import DECIDING, Lands, decides, is_no_business, owner_of
from sayso.digest._naming.phrases import Phrases
from sayso.digest._naming.placed import named_behind
from sayso.digest._naming.pronouns import Pronouns
from sayso.digest._naming.salience import FADING, REACH, Salient, competes, is_predicative, score_of, weight_of
from sayso.digest._naming.somebody import named_ahead

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: How many things are remembered, and for how many sentences.
MEMORY = 32
#: "Neither government" is not who "the government" refers back to.
NONE_OR_ANY = frozenset(("no", "neither", "either", "any", "every", "each"))
INDEFINITE = frozenset(("a", "an", "some", "several", "many", "other", "another"))
#: Adjectives that a title may take or lose.
PASSING = frozenset("former late then new outgoing incoming acting current ex veteran -".split())
#: Groups and bodies that belong to a country or body.
ORGANIZED = frozenset(("group", "organization"))
#: "The group" is no ministry, army or news agency.
PRIVATE = frozenset(("group", "movement", "militia", "faction", "party"))
NO_GROUP = frozenset(("GOV", "MIL", "COP", "MED"))
THEIRS = frozenset(("his", "her", "its", "their"))
OURS = frozenset(("our", "my"))
#: "A diplomat in Doha" is rarely Qatar's.
POSTED = word_list("refer_posted")
#: "Soldiers in Mali" are rarely Mali's.
DEPLOYED = frozenset("soldier soldiers troop troops marine contractor mercenary adviser advisor".split())
#: "Is not a doctor" and "would be a doctor" tell it of nobody.
NOT_SO = NO | {"neither"}
AGAINST = frozenset(("on", "against", "into"))  # between a deed and the country that it is done to
#: What makes an unnamed group the same one: noun, country, adjectives, and whether it is many.
GroupKey = tuple[str, str | None, str, bool]
NAMED_BODIES = ("organization", "weapon", "vehicle", "facility")


class Resolver:
    """Follows a report from its first mention to its last."""

    def __init__(
        self,
        doc: Doc,
        nouns: Nouns,
        names_at: Mapping[int, Mention],
        features: Mapping[int, str],
        bearers: Bearers,
        homeland: Homeland,
    ) -> None:
        self.doc = doc
        self.nouns = nouns
        self.names_at = names_at
        #: what kind of place a cluster is (city, country, region), by its id()
        self.features = features
        #: who bears which office
        self.bearers = bearers
        #: whose "the government" is at this point
        self.homeland = homeland
        self._pronouns = Pronouns(doc)
        self._phrases = Phrases(doc, nouns)
        self.clusters: list[Cluster] = []
        #: the cluster at the head of every mention so far
        self._at: dict[int, Cluster] = {}
        #: countries that were named, by code
        self._countries: dict[str, Cluster] = {}
        self._recent: deque[Salient] = deque(maxlen=MEMORY)
        self._by_role: dict[str, Cluster] = {}
        #: who has the turns of "THE PRESIDENT:", and is no president who is named in them
        self._by_label: dict[str, Cluster] = {}
        #: the nouns of everybody's roles, by the cluster's id()
        self._offices: dict[int, frozenset[str]] = {}
        self._by_word: dict[tuple[str, str, bool], tuple[Cluster, int]] = {}
        self._groups: dict[GroupKey, Cluster] = {}
        self._lands = Lands()
        #: who brings the report out, by the dateline: nothing refers back to it
        self._agencies: set[int] = set()

    def run(self, mentions: Iterable[Mention]) -> None:
        """Gives every noun phrase and pronoun its cluster, or leaves it without one."""
        stream: list[tuple[int, Mention | None]] = [(m.head, m) for m in mentions]
        heads = {head for head, _ in stream}
        stream += [(t.i, None) for t in self.doc if competes(t) and t.i not in heads and t.i not in self.names_at]
        sentence = 0
        for head, mention in sorted(stream, key=lambda row: row[0]):
            if mention is None:
                token = self.doc[head]
                self._remember(Salient(None, weight_of(token), sentence, head, token.tag_ in PLURAL))
                continue
            sentence = mention.sentence
            if mention.form == "nominal" and mention.cluster is None:
                self._place_nominal(mention)
            elif mention.form == "pronoun":
                self._place_pronoun(mention)
            if mention.cluster is not None:
                self._note(mention, mention.cluster)

    # ---- memory

    def _note(self, mention: Mention, cluster: Cluster) -> None:
        token = self.doc[mention.head if mention.counted_by < 0 else mention.counted_by]
        self._at[mention.head] = self._at[token.i] = cluster
        many = cluster.many or cluster.kind == "group" or (mention.form == "nominal" and mention.many)
        if token.idx < self._pronouns.begins and cluster.kind == "organization":
            self._agencies.add(id(cluster))
        if id(cluster) in self._agencies:
            return
        if (
            token.i not in self._pronouns.labels
            and token.dep_ != "vocative"
            and (
                mention.form == "pronoun"
                or cluster.kind != "person"
                or not is_predicative(token, name=mention.form == "name")
            )
        ):
            self._remember(Salient(cluster, weight_of(token), mention.sentence, mention.head, many))
        self._phrases.note(mention, cluster)
        self.homeland.note(mention, cluster)
        self._lands.note(mention, cluster)
        if mention.form == "pronoun" or self.doc[mention.start].lower_ in NONE_OR_ANY:
            return
        if cluster.country is not None and self.features.get(id(cluster)) == "country":
            self._countries[cluster.country] = cluster
        if cluster.kind in NAMED_BODIES:
            for word in set(mention.words) - SMALL:
                self._by_word[cluster.kind, word, _are_many(mention)] = (cluster, mention.sentence)
        if cluster.kind == "person":
            self._by_role |= dict.fromkeys(self._offices_of(cluster), cluster)
            if mention.form == "nominal" and not mention.many:
                self._by_role[office_lemma(self.doc[mention.head])] = cluster

    def _offices_of(self, cluster: Cluster) -> frozenset[str]:
        """The nouns of its roles."""
        if id(cluster) not in self._offices:
            heads = {head for _, _, head in (*cluster.roles, *cluster.classes)}
            self._offices[id(cluster)] = frozenset(office_lemma(self.doc[head]) for head in heads)
        return self._offices[id(cluster)]

    def _slot(self, cluster: Cluster) -> str:
        return self.features.get(id(cluster), "city") if cluster.kind == "place" else cluster.kind

    def _remember(self, new: Salient) -> None:
        for old in self._recent:
            if old.cluster is not None and old.cluster is new.cluster:
                faded = old.weight * FADING ** min(new.sentence - old.sentence, 9)
                new.weight = max(new.weight, faded)
                self._recent.remove(old)
                break
        self._recent.append(new)

    # ---- noun phrases

    def _place_nominal(self, mention: Mention) -> None:
        token = self.doc[mention.head]
        lemma = lemma_of(token)
        country, part_of = self._attached(mention)
        label = self.doc[mention.start : mention.end].text.lower() if token.i in self._pronouns.labels else ""
        definite = not label and self._is_definite(mention)
        found = sure = self.bearers.meant(mention, self.names_at, part_of) or self._subject_of(mention)
        if found is None and definite:
            found = self._earlier(mention, lemma, country) or self.bearers.only(mention, self.names_at, part_of)
            found = None if any(self._at.get(t.i) is found for t in told_beside(token)) else found
        found = found or self._by_label.get(label)
        key = self._group_key(mention, lemma, country)
        found = self._groups.get(key) if found is None and key is not None else found
        found = found if sure or label else self._phrases.choose(mention, found, country, self._at)
        if found is None and mention.kind != "place":
            by_table = part_of is not None and part_of.country_by_table
            found = Cluster(
                mention.kind, many=mention.many, country=country, country_by_table=by_table, part_of=part_of
            )
            self.clusters.append(found)
        if found is None:
            return
        if not found.mentions and found.called:
            self.clusters.append(found)
        if found.country_by_table and part_of is not None and country == found.country:
            said_by_words(found, part_of)
        found.add(mention)
        if label:
            self._by_label[label] = found
        if key is not None:
            self._groups[key] = found
        if mention.kind == "group" and (definite or key is None):
            self._groups[lemma, country, "", True] = self._groups[lemma, None, "", True] = found

    def _subject_of(self, mention: Mention) -> Cluster | None:
        """Of whom "is an outstanding doctor" tells that: nobody new is spoken of."""
        token = self.doc[mention.head]
        left = {child.dep_.partition(":")[0]: child for child in token.lefts}
        unsure = any(child.tag_ == "MD" or child.lower_ in NOT_SO for child in token.lefts)
        subject = left.get("nsubj") if "cop" in left and not unsure else None
        found = None if subject is None else self._at.get(subject.i)
        if found is None or found.kind != mention.kind:
            return None
        if found.kind == "person" and mention.sector not in (None, "CVL"):
            found.roles.append(bare_role(mention))
        return found

    def _is_definite(self, mention: Mention) -> bool:
        first = self.doc[mention.start]
        return first.lower_ in DEFINITE or first.lower_ in OWNERS

    def _attached(self, mention: Mention) -> tuple[str | None, Cluster | None]:
        """Country and body of the names inside of a noun phrase, or before it with 's."""
        country: str | None = None
        part_of: Cluster | None = None
        at = max(mention.start - 2, 0)
        while at < mention.end:
            name = self.names_at.get(at)
            if name is None or name.cluster is None:
                at += 1
                continue
            owner = name.end >= mention.start - 1 and self.doc[mention.start - 1].tag_ == "POS"
            if name.kind in LANDS_AND_BODIES and (at >= mention.start or owner) and not self._is_away(mention, name):
                country = country or name.cluster.country
                part_of = part_of or name.cluster
            at = name.end
        if part_of is None:
            part_of = self._owner(mention) or self._shared(mention)
            country = None if part_of is None else part_of.country
        return country, part_of

    def _is_away(self, mention: Mention, name: Mention) -> bool:
        """ "A diplomat in Doha" and "Qatar's allies" are not of Qatar."""
        lemma = lemma_of(self.doc[mention.head])
        if name.start > mention.head:
            within = self.doc[name.start - 1].lower_ == "in"
            return lemma in POSTED or (within and lemma in DEPLOYED) or (lemma in self.nouns.relational and not within)
        return lemma in self.nouns.relational and self._is_owned(mention, name)

    def _is_owned(self, mention: Mention, name: Mention) -> bool:
        following = self.doc[name.end] if name.end < len(self.doc) else None
        return following is not None and following.tag_ == "POS" and following.i < mention.head

    def _owner(self, mention: Mention) -> Cluster | None:
        """Whose "its troops", "their ministers" are, where that is a country or body."""
        first = self.doc[mention.start]
        if first.lower_ not in THEIRS or lemma_of(self.doc[mention.head]) in self.nouns.relational:
            return None
        owner = self._at.get(mention.start)
        owned = mention.kind in ORGANIZED or mention.kind in THINGS or owner is owner_of(mention, self._at)
        if owner is None or owner.country is None or not owned:
            return None
        return owner if owner.kind in LANDS_AND_BODIES else owner.part_of

    def _shared(self, mention: Mention) -> Cluster | None:
        """ "Kenyan officials and citizens": the bare second noun is of the same country as the first."""
        token = self.doc[mention.head]
        if token.dep_ != "conj" or mention.start != mention.head or mention.kind != "group":
            return None
        first = self._at.get(token.head.i)
        if first is None or first.kind != "group" or first.part_of is None or first.part_of.kind != "nationality":
            return None
        return first.part_of

    def _earlier(self, mention: Mention, lemma: str, country: str | None) -> Cluster | None:
        """The named thing that "the minister", "the ministry", "the city" or "the group" refers back to."""
        if mention.kind == "place":
            return None if mention.many else self._place_meant(lemma, mention, country)
        if mention.kind == "person":
            found = self._by_role.get(office_lemma(self.doc[mention.head]))
            if found is None or self._lands.is_of_another(found, owner_of(mention, self._at)):
                return None
            return found if self._same_office(mention, found, country) else None
        if mention.kind == "group":
            return self._groups.get((lemma, country, "", True))
        known = self._by_word.get((mention.kind, lemma, _are_many(mention)))
        if known is not None and _agree(known[0].country, country):
            said = {word for one in known[0].mentions[:MEMORY] for word in one.words}
            return known[0] if self._all_known(mention, said) else None
        if lemma in self.nouns.generic.get(mention.kind, ()) and not mention.many:
            named = self._most_salient(mention.kind, mention.sentence, country, lemma)
            return named or (self._armed_group(mention.sentence, country) if lemma == "group" else None)
        return None

    def _armed_group(self, sentence: int, country: str | None) -> Cluster | None:
        """ "Rebels" that were just told of, where "the group" has no named body to mean; "its fighters" are of one."""
        near = (known for known in reversed(self._recent) if sentence - known.sentence <= 1)
        armed = (known.cluster for known in near if known.cluster is not None and known.cluster.kind == "group")
        armed = (c for c in armed if c.part_of is None and self.doc[c.mentions[0].start].tag_ != "PRP$")
        return next((c for c in armed if c.sector == "REB" and _agree(c.country, country)), None)

    def _same_office(self, mention: Mention, person: Cluster, country: str | None) -> bool:
        """The words of "the outgoing Kenyan minister" are all known of the person, or say the country."""
        if not _agree(person.country, country):
            return False
        known = {self.doc[i].lower_ for start, end, _ in person.roles for i in range(start, end)}
        return self._all_known(mention, known)

    def _all_known(self, mention: Mention, known: set[str]) -> bool:
        """Whether no word between "the" and the noun is new: "the interior ministry" is not the foreign one."""
        inside = (self.doc[i] for i in range(mention.start + 1, mention.head) if i not in self.names_at)
        return all(t.lower_ in known or t.lower_ in PASSING or t.is_punct for t in inside)

    def _place_meant(self, lemma: str, mention: Mention, country: str | None) -> Cluster | None:
        slot = next((slot for slot in ("city", "country", "region") if lemma in self.nouns.generic[slot]), None)
        behind = named_behind(mention, self.names_at)
        if behind is not None:
            same = behind.cluster is not None and self._slot(behind.cluster) == slot
            return behind.cluster if same else None  # "the capital of Kenya" is not Kenya
        if slot == "country":
            owner = self._at.get(mention.start) if self.doc[mention.start].lower_ in THEIRS else None
            if self.doc[mention.start].lower_ in OURS and (speaking := self._pronouns.speaker(mention, self._at)):
                return self._countries.get(speaking.country) if speaking.country else None
            if owner is not None and owner.country is not None:
                return self._countries.get(owner.country)
            return self._country_meant(mention.sentence, self._against(mention))
        return None if slot is None else self._most_salient(slot, mention.sentence, country)

    def _against(self, mention: Mention) -> str | None:
        """The country whose deed the words are: that of "Kenyan raids on the country" is another one."""
        token = self.doc[mention.head]
        while token.dep_ == "nmod:poss":
            token = token.head
        if token.dep_ != "nmod" or not any(child.lower_ in AGAINST for child in token.lefts if child.dep_ == "case"):
            return None
        names = (self.names_at.get(child.i) for child in token.head.lefts)
        return next((name.cluster.country for name in names if name is not None and name.cluster is not None), None)

    def _country_meant(self, sentence: int, other: str | None) -> Cluster | None:
        """The country that names and demonyms speak of most at this point, if it was named itself; not `other`."""
        scores: dict[str, float] = {}
        for known in self._recent:
            cluster = known.cluster
            if cluster is None or cluster.country in (None, other) or sentence - known.sentence > REACH:
                continue
            if cluster.kind == "nationality" or self.features.get(id(cluster)) == "country":
                score = score_of(known, sentence, frequent=True)
                scores[cluster.country] = scores.get(cluster.country, 0.0) + score
        best = max(scores, key=scores.__getitem__, default=None)
        return None if best is None else self._countries.get(best)

    def _most_salient(self, slot: str, sentence: int, country: str | None, noun: str = "") -> Cluster | None:
        """The named thing of a kind, or place of a feature, that is spoken of most at this point."""
        best: Cluster | None = None
        best_score = 0.0
        for known in reversed(self._recent):
            cluster = known.cluster
            if cluster is None or not cluster.names or self._slot(cluster) != slot:
                continue
            if not _agree(cluster.country, country) or (noun in PRIVATE and cluster.sector in NO_GROUP):
                continue
            if sentence - known.sentence > REACH or is_no_business(noun, cluster, self.nouns):
                continue
            score = score_of(known, sentence, frequent=True)
            if slot == "city" and decides(self.doc[known.head], cluster):
                score *= DECIDING
            if score > best_score:
                best, best_score = cluster, score
        return best

    def _group_key(self, mention: Mention, lemma: str, country: str | None) -> GroupKey | None:
        """What makes "Kenyan officials" the same group each time; None for "two officials" and bare "officials"."""
        words = [t for t in self.doc[mention.start : mention.head] if not t.is_punct]
        if mention.counted_by >= 0 or any(t.pos_ == "NUM" or t.lower_ in INDEFINITE for t in words):
            return None
        marks = " ".join(t.lower_ for t in words if t.lower_ not in DEFINITE and t.lower_ not in OWNERS)
        thing = mention.many and mention.kind in ("weapon", "vehicle", "facility")
        return (lemma, country, marks, mention.many) if marks or thing or self._is_definite(mention) else None

    # ---- pronouns

    def _place_pronoun(self, mention: Mention) -> None:
        found = self._pronouns.choose(mention, self._recent, self._at)
        if found is None and mention.kind == "person":
            found = named_ahead(mention, self.names_at)
        if found is not None:
            found.add(mention)


def _are_many(mention: Mention) -> bool:
    """Whether it is several, by the form of its noun: "the boats" are not "a boat", nor "governments" one of them."""
    token = mention.doc[mention.head]
    return mention.form == "nominal" and mention.many and lemma_of(token) != token.lower_


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
