"""How likely two tellings of a report are to tell one event: by what they share, and what the encoder makes of them.

What a logistic regression looks at are short strings such as "word=same" or "place=differ"; what each says for or
against is learnt from reports in which it was marked which tellings are one event (`training/same.py`) and stands in
`same.toml`, to be read. A small network sees the same strings and what all layers of the encoder make of both words.
The mean of the two is used.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.roots import root
from sayso.codebook.tree import determiner
from sayso.codebook.words import word_list
from sayso.digest._places.dateline import opens
from sayso.digest.pairs import is_whole
from sayso.extract._retelling.again import has_been_told, is_another, points, takes_up
from sayso.extract._telling.told import ALIKE, Told, named, overlap
from sayso.model import HAPPENED

#: Nouns that take up an event of any type ("the attack", "the decision").
TAKING_UP = word_list("same_taking_up")
#: Distances count up to so many sentences, and so many tellings of the same type.
FAR = (0, 1, 2, 4, 8, 16)
MANY = (1, 2, 3, 5, 9)
#: How words hang on a noun by which two of its kind are told apart; determiners that speak by themselves.
BESIDE = frozenset({"amod", "compound", "nummod"})
#: How a name hangs on a word for an event that it sets apart: "the Gao attack", "talks with Diallo".
NAMING = frozenset({"amod", "compound", "nmod:poss"})
NAMING_CASES = frozenset({"in", "at", "near", "of", "on", "with", "by", "between", "against"})
#: So many sentences, and words that two sentences share, are told apart.
CLOSE, WORDS = 3, 4


@dataclass(frozen=True, slots=True)
class Around:
    """Where two tellings stand to each other: sentences apart, tellings of the later one's type between and in all."""

    sentences: int
    between: int
    of_type: int


@cache
def weights() -> Mapping[str, float]:
    """What each feature adds to the log odds; "bias" is added always."""
    text = resources.files("sayso.extract").joinpath("same.toml").read_text(encoding="utf-8")
    found: dict[str, float] = tomllib.loads(text)["log_odds"]
    return found


def likenesses(before: Sequence[tuple[Told, Around]], later: Told) -> list[float]:
    """Log odds that each earlier telling and the later one tell one event: of the regression and, in a whole report
    whose document has it, of the network.
    """
    doc = later.telling.head.doc
    known, network = weights(), doc.user_data.get("same") if is_whole(doc) else None
    shared = [features_of(earlier, later, around) for earlier, around in before]
    odds = [known["bias"] + sum(known.get(name, 0.0) for name in names) for names in shared]
    if network is None or not before:
        return odds
    heads = [earlier.telling.head.i for earlier, _ in before]
    learnt = network.odds(later.telling.head.i, heads, shared)[:, 0]
    return [(one + float(other)) / 2 for one, other in zip(odds, learnt, strict=True)]


def features_of(earlier: Told, later: Told, around: Around) -> list[str]:
    """What may tell whether both tell one event."""
    found = [*_words(earlier, later), *_sorts(earlier, later), *_circumstances(earlier, later)]
    found += [f"{name}={_sides(a, b)}" for name, a, b in _pairs(earlier, later)]
    found += [
        f"{name} new={_is_new(side)}"
        for name, side in (("actor", later.telling.actors), ("recipient", later.telling.recipients))
    ]
    sentences, between, up = _step(around.sentences, FAR), _step(around.between, MANY), takes_up(later.telling)
    found += [f"sentences={sentences}", f"between={between}", f"takes up={up} between={between}"]
    found.append(f"takes up={up} sentences={sentences}")
    return [*found, f"of type={_step(around.of_type, MANY)}", *_setting(earlier, later, around)]


def _words(earlier: Told, later: Told) -> list[str]:
    one, other = earlier.telling.head, later.telling.head
    a, b = ({lemma(t) for t in told.telling.tokens} for told in (earlier, later))
    word = "same" if a & b else "root" if {root(w) for w in a} & {root(w) for w in b} else "differ"
    forms, up = f"{one.pos_} {other.pos_}", takes_up(later.telling)
    found = [f"word={word}", f"forms={forms}", f"word={word} forms={forms}", f"word={word} takes up={up}"]
    found += [f"takes up={up}", f"takes up any={lemma(other) in TAKING_UP}", f"points={points(later.telling)}"]
    found += [f"another={is_another(later.telling)}", f"number={_number(one)} {_number(other)}"]
    found += [
        f"determiners={determiner(one)} {determiner(other)}",
        f"modifiers={bool(_beside(one) & _beside(other))}",
    ]
    return found


def _number(token: Token) -> str:
    return {"NNS": "plural", "NNPS": "plural", "NN": "one", "NNP": "one"}.get(token.tag_, "deed")


def _beside(token: Token) -> frozenset[str]:
    """The words by which two nouns of a kind are told apart."""
    return frozenset(c.lower_ for c in token.children if c.dep_ in BESIDE)


def _sorts(earlier: Told, later: Told) -> list[str]:
    a, b = earlier.event, later.event
    type_, modes = _alike(a.type, b.type), {a.mode, b.mode}
    mode = "alike" if modes in ALIKE else _alike(a.mode, b.mode)
    status = a.status if has_been_told(later.telling, b.status, a.status) else b.status
    found = [f"type={type_}", f"mode={mode}", f"type={type_} mode={mode}", f"status={_alike(a.status, status)}"]
    found.append(f"happened={a.status in HAPPENED} {status in HAPPENED}")
    return [*found, f"both {a.type}"] if type_ == "same" else found


def _circumstances(earlier: Told, later: Told) -> list[str]:
    a, b = earlier.event, later.event
    days = [e.start if e.from_ == "words" else None for e in (a, b)]
    time = _alike(*days)
    return [
        f"place={_alike(a.place, b.place)}", f"time={'meet' if time == 'differ' and overlap(a, b) else time}",
        f"tolls={bool(a.toll)} {bool(b.toll)}", f"chain={a.according_to == b.according_to}",
        f"harmed={bool(earlier.harmed & later.harmed)}", f"sentence={a.sentence == b.sentence}",
    ]  # fmt: skip


def _setting(earlier: Told, later: Told, around: Around) -> list[str]:
    """Whether the headline tells it, which other words both tellings share, and by whose name they go ("the Gao
    attack").
    """
    headline = opens(earlier.telling.head.sent)
    found = [f"lead={headline} sentences={min(around.sentences, CLOSE)}"]
    found.append(f"words of sentence={min(len(earlier.beside & later.beside), WORDS)}")
    content, forms = _shared(earlier.under, later.under), "".join(_form(told.telling.head) for told in (earlier, later))
    found += [f"content={content}", f"content={content} forms={forms}"]
    one, other = _names_of(earlier.telling.head), _names_of(later.telling.head)
    said = bool(other) and any(t.lower_ in other for t in earlier.telling.head.sent)
    return [*found, f"names={_shared(one, other)}", f"names said={said} {bool(other)}"]


def _shared(one: frozenset[str], other: frozenset[str]) -> str:
    return "shared" if one & other else "differ" if one and other else "none"


def _form(token: Token) -> str:
    return "V" if syntax.is_verb(token) else "N"


def _names_of(event: Token) -> frozenset[str]:
    names = (c for c in event.children if c.pos_ == "PROPN")
    return frozenset(c.lower_ for c in names if c.dep_ in NAMING or syntax.case_of(c) in NAMING_CASES)


def _alike(one: str | None, other: str | None) -> str:
    if one is None or other is None:
        return "none" if one is other else "one"
    return "same" if one == other else "differ"


def _pairs(earlier: Told, later: Told) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    yield "actors", earlier.actors, later.actors
    yield "recipients", earlier.recipients, later.recipients
    yield "actor is recipient", earlier.actors, later.recipients
    yield "recipient is actor", earlier.recipients, later.actors


def _sides(one: frozenset[str], other: frozenset[str]) -> str:
    if one & other:
        return "shared"
    if not one or not other:
        return "none" if not one and not other else "earlier only" if one else "later only"
    return "other names" if named(one) and named(other) else "other words"


def _is_new(side: Sequence[Token]) -> str:
    """Whether who or what stands on a side is told as not known before: "a tanker", "two men"."""
    kinds = [determiner(token) in ("a", "an") or any(c.dep_ == "nummod" for c in token.children) for token in side]
    return str(all(kinds)) if kinds else "nobody"


def _step(count: int, bounds: Sequence[int]) -> int:
    return sum(count > bound for bound in bounds)
