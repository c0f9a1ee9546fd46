"""Whom a pronoun of the third person stands for: the candidate in mind that weighs most, of those that agree with it.

The numbers were chosen on GUM (train part); figures: docs/entities.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sayso.codebook.grammar import SOMEBODY, THINGS
from sayso.digest._naming.acting import must_act
from sayso.digest._naming.binding import clause_mates, is_barred, judges, tells_of, told_again
from sayso.digest._naming.clusters import Cluster
from sayso.digest._naming.mentions import Mention
from sayso.digest._naming.salience import REACH, SPEAKING, Salient, score_of, speaks_over
from sayso.digest._naming.spoken import said_before, spoken_words, told_sentences
from sayso.digest._naming.transcript import labels, turns
from sayso.digest._places.dateline import whole_dateline

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

    def speaker(self, mention: Mention, at: Mapping[int, Cluster]) -> Cluster | None:
        """Who has the turn of a transcript in which the words stand."""
        return next((at[i] for i in reversed(self._turns[mention.head]) if i in at), None)

    def choose(self, mention: Mention, recent: Iterable[Salient], at: Mapping[int, Cluster]) -> Cluster | None:
        """The thing that a pronoun stands for, of what is in mind (the last one last); None where nothing weighs
        enough. `at`: the thing at the head of every mention so far.
        """
        best: Salient | None = None
        best_score = 0.0
        proposed = self._proposed(mention, at)
        speaking = self.speaker(mention, at) if mention.kind == "person" else None
        acting = mention.kind != "person" and must_act(self.doc[mention.head])
        leading = _leads(self.doc[mention.head])
        owner = self.doc[mention.head].dep_ == "nmod:poss"  # "[…], his spokesman said" may be anybody's
        said_from = mention.head if owner else self._said.get(mention.start, mention.head)
        for known in reversed([one for one in recent if speaking is None or one.cluster is not speaking]):
            if self._distance(mention, known) > REACH or not self._fits(mention, known, proposed, acting):
                continue
            score = score_of(known, mention.sentence, frequent=mention.kind == "person")
            if proposed is not None and known.cluster is proposed:
                near = mention.sentence - known.sentence <= 1
                score *= AGREED_ACTING if acting and near else AGREED
            if mention.kind == "person" and known.cluster is not None and known.cluster.gender:
                score *= KNOWN
            if self._spoken[known.head] and not self._spoken[mention.head]:
                score *= SPOKEN
            if said_from <= known.head < mention.head:
                score *= SAID
            sure = mention.kind != "person" or (known.cluster is not None and self._is_sure(known.cluster))
            if judges(self.doc[known.head], self.doc[mention.head]):
                score *= JUDGED
            score *= self._as_subject(known, mention, leading)
            if mention.many and not known.many:
                score *= BODY
            over = sure and speaks_over(self.doc[known.head], self.doc[mention.head])
            if over or tells_of(self.doc[known.head], self.doc[mention.head]):
                score *= SPEAKING
            if score > best_score:
                best, best_score = known, score
        if best is None or best.cluster is None or best_score < _floor(mention, best.cluster, acting):
            return None
        return best.cluster

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
        if self.doc[known.head].idx < self.begins or is_barred(self.doc[mention.head], self.doc[known.head]):
            return False
        cluster = known.cluster
        if mention.kind == "person":
            return cluster is not None and cluster.kind == "person" and cluster.gender in ("", mention.gender)
        if acting and (cluster is None or cluster.kind not in SOMEBODY):
            return False
        if mention.many and acting and cluster is not None and cluster.kind == "organization":
            return True
        if mention.many:
            return known.many or (cluster is not None and cluster is proposed and cluster.kind == "organization")
        return (cluster is None and not known.many) or (
            cluster is not None and cluster.kind in THINGS and not cluster.many
        )


def _floor(mention: Mention, cluster: Cluster, acting: bool) -> float:
    """What a candidate must weigh at least."""
    if mention.kind == "person":
        return 0.0
    return ACTING_FLOOR if acting else GROUP_FLOOR if cluster.kind == "group" else THING_FLOOR


def _leads(token: Token) -> bool:
    """Whether the word is the subject of a main clause."""
    token = told_again(token)
    return token.dep_.partition(":")[0] == "nsubj" and token.head.dep_ in ("ROOT", "conj", "parataxis")
