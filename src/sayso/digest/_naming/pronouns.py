"""Whom a pronoun of the third person stands for, of those in mind that agree with it.

By the rules the one that weighs most; in whole reports a network has the last word, which sees what the rules make of
each (`_naming.antecedents`). The numbers of the rules were chosen on GUM (train part); figures: docs/entities.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from sayso.codebook.grammar import SOMEBODY, THINGS
from sayso.digest._naming.acting import must_act
from sayso.digest._naming.antecedents import Asked, Candidate, features, none_features
from sayso.digest._naming.binding import clause_mates, is_barred, judges, tells_of, told_again
from sayso.digest._naming.clusters import Cluster
from sayso.digest._naming.mentions import Mention
from sayso.digest._naming.salience import REACH, SPEAKING, Salient, score_of, speaks_over
from sayso.digest._naming.spoken import said_before, spoken_words, told_sentences
from sayso.digest._naming.transcript import labels, turns
from sayso.digest._places.dateline import whole_dateline
from sayso.digest.pairs import Pairs, is_whole

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: How much more a candidate weighs that the coreference head of the language model proposes (chosen on the dev part);
#: for who acts, from the sentence before on.
AGREED = 1.5
AGREED_ACTING = 2.0
#: What is left of the weight of a candidate inside a quotation for a pronoun outside; inside what "she added".
SPOKEN = 0.4
SAID = 0.15
#: How much more somebody weighs who is known to be "he" or "she".
KNOWN = 1.3
#: What is left for whoever judges what the pronoun owns: "condemned his remark".
JUDGED = 0.15
#: How much more the subject of the main clause before weighs for the subject of a main clause.
PARALLEL = 1.2
#: How much more the subject of a verb weighs for that of a clause beside it ("left after [it] was fined").
BESIDE = 1.3
#: What is left of the weight of a body by its name for "they".
BODY = 0.6
#: "it" and "they" need a candidate of at least this weight, as they often stand for what is no entity; a group of
#: people of less, and where the pronoun acts anybody.
THING_FLOOR = 2.7
GROUP_FLOOR = 2.4
ACTING_FLOOR = 1.6
#: For how many sentences the network remembers something.
FARTHEST = 5
#: How many log odds the network must be surer that "he" or "she" is nobody in mind.
SOMEBODY_MEANT = 1.5
#: How many mentions of somebody are looked at.
FEW = 3


class Pronouns:
    """Chooses for the pronouns of one report."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        #: where the text begins behind its dateline, whose place and agency nothing refers back to
        self.begins = (whole_dateline(doc.text) or (0, 0))[1]
        self._spoken = spoken_words(doc)
        self._told = told_sentences(doc, self._spoken)
        marked = labels(doc)
        #: the label of the turn in which a word stands
        self._turns = turns(doc, marked)
        #: the words of labels of a transcript, whom nobody speaks of by being named there
        self.labels = frozenset(i for label in marked.values() for i in label) if len(marked) > 1 else frozenset()
        #: where a content begins that ends right before a word: "[the port is open], she added"
        self._said = said_before(doc)
        #: how many line breaks stand before each word
        self._lines = list(accumulate("\n" in token.text for token in doc))
        self._sources = {token.i for span in doc.spans.get("source", ()) for token in span}
        self._network: Pairs | None = doc.user_data.get("pronouns") if is_whole(doc) else None

    def speaker(self, mention: Mention, at: Mapping[int, Cluster]) -> Cluster | None:
        """Who has the turn of a transcript in which the words stand."""
        return next((at[i] for i in reversed(self._turns[mention.head]) if i in at), None)

    def choose(self, mention: Mention, recent: Iterable[Salient], at: Mapping[int, Cluster]) -> Cluster | None:
        """The thing that a pronoun stands for, of what is in mind (the last one last); None where nothing weighs
        enough. `at`: the thing at the head of every mention so far.
        """
        token = self.doc[mention.head]
        acting = mention.kind != "person" and must_act(token)
        asked = Asked(mention, acting, _leads(token), self._spoken[token.i], token.i in self._sources)
        candidates = self._candidates(asked, recent, at)
        ruled = _heaviest(asked, candidates)
        found = ruled if self._network is None else _likeliest(self._network, asked, candidates, ruled)
        return None if found is None else found.known.cluster

    def _candidates(self, asked: Asked, recent: Iterable[Salient], at: Mapping[int, Cluster]) -> list[Candidate]:
        """What a pronoun may stand for, in the order of the text, and how much each weighs."""
        mention = asked.mention
        proposed = self._proposed(mention, at)
        speaking = self.speaker(mention, at) if mention.kind == "person" else None
        owner = self.doc[mention.head].dep_ == "nmod:poss"  # "[…], his spokesman said" may be anybody's
        said_from = mention.head if owner else self._said.get(mention.start, mention.head)
        found = []
        for known in recent:
            apart = self._distance(mention, known)
            if (
                apart > FARTHEST
                or (speaking is not None and known.cluster is speaking)
                or not self._may(mention, known)
            ):
                continue
            one = Candidate(
                known,
                0.0,
                apart,
                proposed=proposed is not None and known.cluster is proposed,
                spoken=self._spoken[known.head],
                said=said_from <= known.head < mention.head,
                source=known.head in self._sources,
                near=self._lines[known.head] == self._lines[mention.head],
            )
            if apart <= REACH and self._fits(mention, known, proposed, asked.acting):
                one = replace(one, weight=self._weight(asked, one))
            found.append(one)
        return found

    def _weight(self, asked: Asked, one: Candidate) -> float:
        """How much a candidate weighs by the rules."""
        mention, known = asked.mention, one.known
        person = mention.kind == "person"
        weight = score_of(known, mention.sentence, frequent=person)
        if one.proposed:
            near = mention.sentence - known.sentence <= 1
            weight *= AGREED_ACTING if asked.acting and near else AGREED
        if person and known.cluster is not None and known.cluster.gender:
            weight *= KNOWN
        if one.spoken and not asked.spoken:
            weight *= SPOKEN
        if one.said:
            weight *= SAID
        sure = not person or (known.cluster is not None and self._is_sure(known.cluster))
        other, pronoun = self.doc[known.head], self.doc[mention.head]
        if judges(other, pronoun):
            weight *= JUDGED
        weight *= self._as_subject(known, mention, asked.leading)
        if mention.many and not known.many:
            weight *= BODY
        if (sure and speaks_over(other, pronoun)) or tells_of(other, pronoun):
            weight *= SPEAKING
        return weight

    def _may(self, mention: Mention, known: Salient) -> bool:
        """Whether a pronoun can stand for something at all."""
        if self.doc[known.head].idx < self.begins or is_barred(self.doc[mention.head], self.doc[known.head]):
            return False
        cluster = known.cluster
        if mention.kind == "person":
            return cluster is not None and cluster.kind == "person" and cluster.gender in ("", mention.gender)
        if mention.many:
            return known.many or (cluster is not None and cluster.kind in SOMEBODY and cluster.kind != "person")
        return not known.many and (cluster is None or (cluster.kind in THINGS and not cluster.many))

    def _as_subject(self, known: Salient, mention: Mention, leading: bool) -> float:
        """What more it weighs as the subject of the main clause before, or of the verb beside the pronoun's."""
        if leading and _leads(self.doc[known.head]) and mention.sentence - known.sentence <= 1:
            return PARALLEL
        return BESIDE if clause_mates(self.doc[known.head], self.doc[mention.head]) else 1.0

    def _is_sure(self, speaker: Cluster) -> bool:
        """Whether it is known that somebody is "he" or "she", or "the plaintiff" has no name that could tell it."""
        owned = any(t.dep_ == "nmod:poss" for m in speaker.mentions[:FEW] for t in self.doc[m.head].children)
        return speaker.gender != "" or not (speaker.names or owned)

    def _distance(self, mention: Mention, known: Salient) -> int:
        """How many sentences back it was; what is quoted between does not count for words outside of quotations."""
        if self._spoken[mention.head] or self._spoken[known.head]:
            return mention.sentence - known.sentence
        return self._told[mention.head] - self._told[known.head]

    def _proposed(self, mention: Mention, at: Mapping[int, Cluster]) -> Cluster | None:
        """The thing whose mention the language model's coreference head points at."""
        antecedents = self.doc.user_data.get("antecedent")
        return None if antecedents is None else at.get(int(antecedents[mention.head]))

    def _fits(self, mention: Mention, known: Salient, proposed: Cluster | None, acting: bool) -> bool:
        """Whether the rules weigh something that a pronoun may stand for."""
        cluster = known.cluster
        if mention.kind == "person":
            return True
        if acting and (cluster is None or cluster.kind not in SOMEBODY):
            return False
        if known.many or not mention.many:
            return True
        return cluster is not None and cluster.kind == "organization" and (acting or cluster is proposed)


def _heaviest(asked: Asked, candidates: Sequence[Candidate]) -> Candidate | None:
    """The candidate that weighs most by the rules, the nearer of two, if it weighs enough."""
    best = max(reversed(candidates), key=lambda one: one.weight, default=None)
    if best is None or best.known.cluster is None or not best.weight:
        return None
    return best if best.weight >= _floor(asked.mention, best.known.cluster, asked.acting) else None


def _likeliest(
    network: Pairs, asked: Asked, candidates: Sequence[Candidate], ruled: Candidate | None
) -> Candidate | None:
    """The candidate to which the network gives most; None where it gives more to none of them."""
    at = [asked.mention.head, *(one.known.head for one in candidates)]
    found = [none_features(asked, candidates, ruled), *features(asked, candidates, ruled)]
    scores = network.scores(asked.mention.head, at, found, axis=0)[:, 0]
    scores[0] -= SOMEBODY_MEANT if asked.mention.kind == "person" else 0.0
    best = int(scores.argmax())
    return None if best == 0 else candidates[best - 1]


def _floor(mention: Mention, cluster: Cluster, acting: bool) -> float:
    """What a candidate must weigh at least."""
    if mention.kind == "person":
        return 0.0
    return ACTING_FLOOR if acting else GROUP_FLOOR if cluster.kind == "group" else THING_FLOOR


def _leads(token: Token) -> bool:
    """Whether the word is the subject of a main clause."""
    token = told_again(token)
    return token.dep_.partition(":")[0] == "nsubj" and token.head.dep_ in ("ROOT", "conj", "parataxis")
