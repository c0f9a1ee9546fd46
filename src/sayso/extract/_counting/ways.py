"""Ways of telling how many by a verb and a word beside it ("met their deaths"), and by where people are ("in custody").

They stand in `tolls.toml`, as data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from spacy.tokens import Token

from sayso.codebook import syntax, tolls
from sayso.codebook.match import lemma
from sayso.extract._counting.count import MANY, Count, figure
from sayso.extract._counting.driven import DRIVEN, RUNAWAYS, is_driven_out, is_of_residents
from sayso.extract._counting.people import is_people
from sayso.extract._sides.phrases import through_partitive
from sayso.model import Effect

FIGHTERS = tolls.words("phrases", "fighters")
#: Verbs that say where somebody is, and where he is kept.
BEING = frozenset({"be", "remain", "stay", "languish", "sit"})
KEEPING = frozenset({"hold", "keep", "put", "place", "take", "throw", "remand"})
#: What is told by an infinitive under these happened: "forced millions to seek shelter".
BROUGHT_ABOUT = DRIVEN | {"begin", "start", "continue", "manage", "cause", "have"}
#: "Have not been seen".
NEVER = frozenset({"not", "never", "n't"})


@dataclass(frozen=True, slots=True)
class Way:
    """One row of the table; what is empty is not asked for."""

    effect: Effect
    verbs: frozenset[str]
    counted: str
    object: frozenset[str]
    under: frozenset[str]
    not_under: frozenset[str]
    cases: frozenset[str]
    not_cases: frozenset[str]
    doers: frozenset[str]
    particle: str
    form: str
    who: str
    own: bool


def told_in_a_way(verb: Token) -> Iterator[Count]:
    """Those whom the verb tells of with the words beside it."""
    for way in _ways().get(lemma(verb), ()):
        if _is_told(verb, way):
            yield from (Count(way.effect, verb, who, plain=True) for who in _counted(verb, way) if _is_of(who, way))


def kept_there(noun: Token) -> Iterator[Count]:
    """Those who are, or are kept, "in custody", "behind bars"."""
    for effect, cases, nouns in _places():
        if lemma(noun) in nouns and syntax.case_of(noun) in cases and not syntax.children(noun, "det"):
            verb = noun.head
            found = syntax.surface_subject(noun)
            if not found and lemma(verb) in BEING:
                found = syntax.surface_subject(verb)
            if not found and lemma(verb) in KEEPING:
                found = syntax.logical_objects(verb)
            yield from (Count(effect, noun, who) for who in found if figure(who))


@cache
def _ways() -> Mapping[str, tuple[Way, ...]]:
    rows = [_way(row) for row in tolls.listed("ways")]
    return {verb: tuple(w for w in rows if verb in w.verbs) for way in rows for verb in way.verbs}


def _way(row: Mapping[str, Any]) -> Way:
    def words(key: str) -> frozenset[str]:
        return frozenset(row.get(key, "").split())

    return Way(
        effect=row["effect"],
        verbs=words("verbs"),
        counted=row["counted"],
        object=words("object"),
        under=words("under"),
        not_under=words("not_under"),
        cases=frozenset(case.replace("_", " ") for case in words("cases")),
        not_cases=words("not_cases"),
        doers=words("doers"),
        particle=row.get("particle", ""),
        form=row.get("form", ""),
        who=row.get("who", ""),
        own=bool(row.get("own")),
    )


@cache
def _places() -> tuple[tuple[Effect, frozenset[str], frozenset[str]], ...]:
    rows = tolls.listed("whereabouts")
    return tuple(
        (cast(Effect, r["effect"]), frozenset(r["cases"].split()), frozenset(r["nouns"].split())) for r in rows
    )


def _is_told(verb: Token, way: Way) -> bool:
    if any(c.tag_ == "TO" for c in verb.children) and lemma(verb.head) not in BROUGHT_ABOUT:
        return False  # "was not meant to hit the girl"
    objects = [t for t in syntax.children(verb, "obj", "nsubj:pass") if lemma(t) in way.object]
    if way.object and not any(not way.own or any(c.tag_ == "PRP$" for c in t.children) for t in objects):
        return False
    near = [t for t in verb.children if syntax.case_of(t) in way.cases]
    if (way.under and not any(lemma(t) in way.under for t in near)) or (way.cases and not near):
        return False
    if way.doers and not any(lemma(t) in way.doers for t in syntax.logical_subjects(verb)):
        return False
    if way.particle and not any(c.lower_ == way.particle for c in verb.children):
        return False
    if any(syntax.prepositional(verb, case) for case in way.not_cases):
        return False
    return _has_form(verb, way.form) and not any(lemma(t) in way.not_under for t in verb.subtree)


def _has_form(verb: Token, form: str) -> bool:
    passive = syntax.is_passive(verb)
    if form == "going on":
        return (verb.tag_ == "VBG" and any(c.dep_ == "aux" for c in verb.children)) or any(
            c.lower_ == "being" for c in verb.children
        )
    if form == "not":
        return any(c.lower_ in NEVER for c in verb.children)
    if form == "never":
        return passive and any(c.lower_ in NEVER for c in verb.children)
    return passive if form == "passive" else True


def _counted(verb: Token, way: Way) -> list[Token]:
    if way.counted == "object":
        return syntax.logical_objects(verb)
    if way.counted == "under":
        return [t for t in verb.children if syntax.case_of(t) in way.cases]
    if way.counted == "of":
        return [t for one in (verb, *syntax.children(verb, "obj")) for t in syntax.prepositional(one, "of")]
    if way.form == "never":
        return syntax.surface_subject(verb)
    return syntax.logical_subjects(verb)


def _is_of(who: Token, way: Way) -> bool:
    if not way.who:
        return True
    inner = through_partitive(who)
    if way.who == "fighters":
        return figure(who) and lemma(inner) in FIGHTERS
    if way.who in ("people", "civilians"):
        fights = way.who == "civilians" and lemma(inner) in RUNAWAYS
        return figure(who) and (inner.pos_ == "NUM" or inner.lower_ in MANY or is_people(inner)) and not fights
    return figure(who) and is_of_residents(inner) and is_driven_out(who)
