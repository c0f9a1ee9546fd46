"""What speaks for a candidate being whom a pronoun stands for, as short strings.

The network `pronouns` sees them beside the vectors of both words (`training/antecedents.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from sayso.codebook.tree import determiner
from sayso.digest._naming.binding import clause_mates, judges, told_again
from sayso.digest._naming.salience import Salient, speaks_over

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.digest._naming.mentions import Mention

#: From these on a count is "many", a distance "far".
MANY, FAR, OFTEN = 4, 4, 6
#: Bounds of the distance in words.
STEPS = (3, 6, 12, 25, 50)
#: Relations to a verb that pronouns and nouns are told apart by.
ROLES = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "appos", "conj", "ROOT"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something in mind that a pronoun may stand for, with what the rules know of it."""

    known: Salient
    #: how much the rules make it weigh; 0 where they bar it
    weight: float
    #: sentences between, without those that are quoted
    sentences: int
    #: the coreference head of the language model proposes it
    proposed: bool
    #: it stands in a quotation; in what is said right before the pronoun; in the words for a source
    spoken: bool
    said: bool
    source: bool
    #: it stands in the pronoun's paragraph
    near: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun, and what holds of it whomever it stands for."""

    mention: Mention
    #: it does, suffers or has what only people and bodies do
    acting: bool
    #: it is the subject of a main clause
    leading: bool
    spoken: bool
    source: bool


def none_features(asked: Asked, candidates: Sequence[Candidate], ruled: Candidate | None) -> list[str]:
    """What speaks for a pronoun standing for nobody and nothing that is in mind; `ruled`: what the rules choose."""
    found = [f"none {name}" for name in _asked(asked)]
    best = max((c.weight for c in candidates), default=0.0)
    found.append(f"none {_class(asked)} best={_strength(best)} proposed={any(c.proposed for c in candidates)}")
    return [
        *found,
        f"none {_class(asked)} of={min(len(candidates), MANY)}",
        f"none {_class(asked)} ruled={ruled is None}",
    ]


def features(asked: Asked, candidates: Sequence[Candidate], ruled: Candidate | None) -> list[list[str]]:
    """What speaks for each candidate; the nearest is the last. `ruled`: what the rules choose."""
    heavier = sorted((c.weight for c in candidates), reverse=True)
    people = [_kind(c) in ("person", "organization") for c in candidates]
    found = []
    for number, one in enumerate(candidates):
        behind = sum(people[number + 1 :])
        rank = min(heavier.index(one.weight), MANY) if one.weight else MANY
        names = [*_of_candidate(one, asked.mention.doc), *_between(asked, one)]
        names += [f"rank={rank}", f"behind={min(behind, MANY)}", f"rank={rank} behind={min(behind, MANY)}"]
        names += [f"ruled={one is ruled}", f"ruled={one is ruled} lead={_lead(one.weight, heavier)}"]
        names.append(f"rank={rank} proposed={one.proposed}")
        kind = _class(asked)
        found.append([*names, *(f"{kind} {name}" for name in names)])
    return found


def _asked(asked: Asked) -> Iterable[str]:
    token = asked.mention.doc[asked.mention.head]
    kind = _class(asked)
    yield kind
    yield f"{kind} form={token.lower_}"
    yield f"{kind} role={_role(token)} acting={asked.acting}"
    yield f"{kind} leading={asked.leading} spoken={asked.spoken}"


def _of_candidate(one: Candidate, doc: Doc) -> Iterable[str]:
    cluster, token = one.known.cluster, doc[one.known.head]
    kind = _kind(one)
    yield f"kind={kind} many={one.known.many}"
    yield f"role={_role(told_again(token))} kind={kind}"
    yield f"part={token.pos_} kind={kind} determiner={determiner(token)}"
    if cluster is not None:
        yield f"mentions={min(len(cluster.mentions), OFTEN)} named={bool(cluster.names)}"
        yield f"gender={cluster.gender != ''} sector={cluster.sector}"


def _between(asked: Asked, one: Candidate) -> Iterable[str]:
    pronoun = asked.mention.doc[asked.mention.head]
    other = asked.mention.doc[one.known.head]
    yield f"sentences={min(one.sentences, FAR)}"
    yield f"words={sum(pronoun.i - other.i > step for step in STEPS)}"
    yield f"roles={_role(told_again(other))} {_role(pronoun)}"
    yield f"sentences={min(one.sentences, FAR)} roles={_role(told_again(other))} {_role(pronoun)}"
    yield f"spoken={one.spoken} {asked.spoken}"
    yield f"source={one.source} {asked.source}"
    yield f"source={one.source} {asked.source} sentences={min(one.sentences, FAR)}"
    yield f"said={one.said} mates={clause_mates(other, pronoun)}"
    yield f"judges={judges(other, pronoun)} over={speaks_over(other, pronoun)}"
    yield f"word={other.lower_ == pronoun.lower_} pronoun={other.pos_ == 'PRON'}"
    yield f"proposed={one.proposed} sentences={min(one.sentences, FAR)}"
    yield f"acting={asked.acting} kind={_kind(one)}"
    yield f"paragraph={one.near} sentences={min(one.sentences, FAR)}"


def _kind(one: Candidate) -> str:
    return one.known.cluster.kind if one.known.cluster is not None else "no entity"


def _role(token: Token) -> str:
    base = token.dep_.partition(":")[0]
    if token.dep_ in ("nmod:poss", "nsubj:pass", "obl:agent"):
        return token.dep_
    return base if base in ROLES else "other"


def _class(asked: Asked) -> str:
    mention = asked.mention
    return "somebody" if mention.kind == "person" else "they" if mention.many else "it"


def _strength(weight: float) -> int:
    """Which of seven steps a weight is on."""
    return 0 if weight <= 0 else max(0, min(6, round(2 * log(weight)) + 2))


def _lead(weight: float, heavier: Sequence[float]) -> str:
    """How far it is ahead of the next, or behind the first."""
    if weight <= 0:
        return "barred"
    ahead = weight == heavier[0]
    other = (heavier[1] if len(heavier) > 1 else 0.0) if ahead else heavier[0]
    return f"{'ahead' if ahead else 'behind'} {min(4, round(2 * abs(log(weight / other)))) if other > 0 else 'alone'}"
