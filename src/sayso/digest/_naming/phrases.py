"""Whom a definite noun phrase means: "the suspect" after a man's name, "the company", "his wife".

Rules (`_naming.refer`) know titles, offices and repeated nouns; what else is one with what was spoken of says a network
(`training/antecedents.py`), which sees the two words and the features of this file, the choice of the rules among them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from sayso.codebook.grammar import OWNERS
from sayso.codebook.nouns import Nouns
from sayso.digest._naming.binding import told_beside
from sayso.digest._naming.clusters import Cluster
from sayso.digest._naming.mentions import DEFINITE, Mention, lemma_of, office_lemma
from sayso.digest.pairs import Pairs, is_whole

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: How many things are looked at, the last that were spoken of.
LOOKED_AT = 24
#: By how many log odds something must be likelier than what the rules say: that it is new (a wrong join tells a
#: falsehood), or whom they join it to.
NEW, JOINED = 1.0, 1.5
#: Kinds of what a phrase for one of these may mean.
MEANT = {
    "person": frozenset({"person"}),
    "organization": frozenset({"organization", "group"}),
    "group": frozenset({"group", "organization", "nationality"}),
}
#: Bounds of the distance in sentences, of how often and how long ago something was spoken of.
SENTENCES = (0, 1, 2, 3, 5, 8, 14)
MANY, OFTEN = 4, 6
#: What tells words of a phrase from its head.
MARKS = frozenset({"amod", "compound", "nummod", "nmod:desc"})
OTHER = frozenset({"other", "another", "second", "third", "next", "new", "different", "fellow"})


@dataclass(slots=True)
class Known:
    """Something that was spoken of, and by what words so far."""

    cluster: Cluster
    last: Mention
    nouns: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)


class Phrases:
    """Chooses for the noun phrases of one report."""

    def __init__(self, doc: Doc, nouns: Nouns) -> None:
        self.doc = doc
        self.nouns = nouns
        self._network: Pairs | None = doc.user_data.get("phrases") if is_whole(doc) else None
        #: what was spoken of, by the cluster's id(), the last one last
        self._known: dict[int, Known] = {}

    def note(self, mention: Mention, cluster: Cluster) -> None:
        """Takes a mention in."""
        if self._network is None:
            return
        known = self._known.pop(id(cluster), None) or Known(cluster, mention)
        known.last = mention
        if mention.form == "nominal":
            known.nouns.add(office_lemma(self.doc[mention.head]))
            known.marks |= _marks(self.doc[mention.head])
        elif mention.form == "name":
            known.words |= set(mention.words)
        self._known[id(cluster)] = known

    def choose(
        self, mention: Mention, ruled: Cluster | None, country: str | None, at: Mapping[int, Cluster]
    ) -> Cluster | None:
        """What a phrase means, or None for what is new; as the rules say where no network does.

        `ruled`: the choice of the rules; `country`: whose it is by its words; `at`: the thing at the head of every
        mention so far.
        """
        if self._network is None or mention.kind not in MEANT or not self._is_definite(mention):
            return ruled
        kinds = MEANT[mention.kind]
        beside = (*told_beside(self.doc[mention.head]), *self.doc[mention.start : mention.end])  # or what owns it
        barred = {id(at[t.i]) for t in beside if t.i in at}
        open_ = (k for k in reversed(self._known.values()) if k.cluster.kind in kinds and id(k.cluster) not in barred)
        gender = self.nouns.gender(lemma_of(self.doc[mention.head]))
        fits = [k for k in islice(open_, LOOKED_AT) if _agree(gender, country, k.cluster)]
        asked = self._asked(mention)
        found = [[f"none {name}" for name in (*asked, f"ruled={ruled is None}", f"of={min(len(fits), MANY)}")]]
        found += [self._features(mention, one, behind, ruled) for behind, one in enumerate(fits)]
        heads = [mention.head, *(one.last.head for one in fits)]
        scores = self._network.scores(mention.head, heads, found, axis=0)[:, 0]
        rules = next((k for k, one in enumerate(fits, 1) if one.cluster is ruled), 0)
        scores[rules] += JOINED if rules else NEW
        best = int(scores.argmax())
        return None if best == 0 else fits[best - 1].cluster

    def _is_definite(self, mention: Mention) -> bool:
        first = self.doc[mention.start].lower_
        owned = any(child.dep_ == "nmod:poss" for child in self.doc[mention.head].lefts)
        return first in DEFINITE or first in OWNERS or owned

    def _asked(self, mention: Mention) -> list[str]:
        """What holds of a phrase whomever it means."""
        token = self.doc[mention.head]
        kind = f"{mention.kind} {mention.many}"
        lemma = lemma_of(token)
        closer = any(child.dep_ in ("acl", "acl:relcl", "nmod") for child in token.rights)
        general = self.nouns.is_general(lemma) or any(lemma in words for words in self.nouns.generic.values())
        other = bool(_marks(token) & OTHER)
        first = _determiner(token)
        return [
            kind, f"{kind} determiner={first}", f"{kind} closer={closer} marks={min(len(_marks(token)), 2)}",
            f"{kind} general={general} kin={lemma in self.nouns.kin}", f"{kind} role={token.dep_}", f"other={other}",
            f"{kind} determiner={first} closer={closer}",
        ]  # fmt: skip

    def _features(self, mention: Mention, one: Known, behind: int, ruled: Cluster | None) -> list[str]:
        """What speaks for a phrase meaning something; `behind`: how many others were spoken of since."""
        token, other, cluster = self.doc[mention.head], self.doc[one.last.head], one.cluster
        lemma = office_lemma(token)
        roles = {office_lemma(self.doc[head]) for _, _, head in (*cluster.roles, *cluster.classes)}
        noun = "same" if lemma in one.nouns else "role" if lemma in roles else "other" if one.nouns or roles else "none"
        new = _marks(token) - one.marks - one.words
        marks = "none" if not _marks(token) else "new" if new else "known"
        apart = sum(mention.sentence - one.last.sentence > step for step in SENTENCES)
        sector = "none" if None in (mention.sector, cluster.sector) else str(mention.sector == cluster.sector)
        names = [
            f"ruled={cluster is ruled}",
            f"noun={noun} marks={marks}",
            f"noun={noun} many={mention.many} {cluster.many}",
            f"kind={mention.kind} {cluster.kind}",
            f"sentences={apart}",
            f"behind={min(behind, MANY)}",
            f"behind={min(behind, MANY)} noun={noun}",
            f"sector={sector} noun={noun}",
            f"named={bool(cluster.names)} noun={noun} roles={bool(roles)}",
            f"mentions={min(len(cluster.mentions), OFTEN)} named={bool(cluster.names)}",
            f"form={one.last.form}",
            f"form={one.last.form} sentences={apart}",
            f"determiner={_determiner(token)} {_determiner(other)}",
            f"word inside={bool(_marks(token) & one.words)}",
            f"roles={token.dep_} {other.dep_}",
            f"gender={bool(self.nouns.gender(lemma))} {cluster.gender != ''}",
            f"here={mention.sentence == one.last.sentence}",
        ]
        return [*names, *(f"{mention.kind} {name}" for name in names)]


def _agree(gender: str, country: str | None, cluster: Cluster) -> bool:
    """Whether neither gender nor country tells them apart, where both have one."""
    return cluster.gender in ("", gender or cluster.gender) and cluster.country in (None, country or cluster.country)


def _marks(noun: Token) -> set[str]:
    return {child.lower_ for child in noun.lefts if child.dep_ in MARKS}


def _determiner(noun: Token) -> str:
    found = next((c for c in noun.lefts if c.dep_ in ("det", "nmod:poss")), None)
    if found is None:
        return "none"
    return found.lower_ if found.dep_ == "det" else "pronoun" if found.pos_ in ("PRON", "DET") else "name"
