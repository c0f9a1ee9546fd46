"""Nouns of deeds whose owner, or whoever stands before them, suffers the deed: "her arrest", "the embassy bombing"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook import syntax
from sayso.codebook.grammar import NAMED
from sayso.codebook.match import lemma
from sayso.codebook.nouns import load_nouns
from sayso.codebook.words import word_list
from sayso.extract._sides.phrases import through_partitive
from sayso.extract._telling.telling import FORCE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.extract._sides.participants import Places
    from sayso.extract._telling.telling import Telling

#: Nouns of what is done to somebody, so that whose it is has not done it ("the minister's dismissal").
DONE_TO = word_list("arguments_done_to")

WOUNDS = frozenset({"wound", "injury"})
#: What somebody is of a deed that is done to him.
TARGETS = frozenset({"target", "victim", "object", "subject", "focus", "butt"})

#: Types of acts that are against somebody, or that end what was.
AGAINST = frozenset({"SANCTION", "DECIDE", "PROTEST", "ACCUSE", "COERCE", "THREATEN", "CONCEDE"})
#: What stands before those who share what is done to others.
TOGETHER = frozenset({"with", "along with", "together with", "alongside"})


def sufferers(telling: Telling, places: Places) -> list[Token]:
    """Who or what the noun's own words name as hit: people of a noun of the list, buildings before an attack."""
    head = telling.head
    if telling.kind is None or syntax.is_verb(head):
        return []
    hit = _wounded(head) if telling.type == "ASSAULT" and lemma(head) in WOUNDS else _targets(head)
    if lemma(head) in DONE_TO or head.lower_ in DONE_TO:
        of = syntax.prepositional(head, "of")
        near = [*_owners(head), *syntax.modifiers(head)]
        hit = of or [t for t in near if t not in telling.tokens and _is_hurt(t, places)]
    if telling.type == "ASSAULT" and telling.mode != "clash" and not hit:
        hit = [t for t in syntax.modifiers(head) if t not in telling.tokens and places.is_target(t)]
    return hit


def companions(telling: Telling, places: Places) -> list[Token]:
    """ "His crew" of "was arrested with two of his crew", "a guard" of "was killed along with a guard"."""
    if telling.type not in FORCE or not syntax.is_passive(telling.head):
        return []
    beside = [t for t in telling.head.children if syntax.base(t.dep_) == "obl" and syntax.case_of(t) in TOGETHER]
    found = [through_partitive(t) for one in beside for t in syntax.conjuncts(one)]
    found = [u for t in found for u in ([t] if t.pos_ != "NUM" else syntax.prepositional(t, "of"))]
    return [t for t in found if t.pos_ in ("NOUN", "PROPN") and places.is_agent(t) and not places.is_weapon(t)]


def fellows(telling: Telling, places: Places) -> list[Token]:
    """ "The premier" of "toured the camp with the premier": who goes along acts, too."""
    if (telling.type, telling.mode) != ("CONSULT", "visit") or not syntax.is_verb(telling.head):
        return []
    if syntax.is_passive(telling.head) or not telling.actors:
        return []
    found = [t for p in TOGETHER for one in syntax.prepositional(telling.head, p) for t in syntax.conjuncts(one)]
    return [t for t in found if t.pos_ in ("NOUN", "PROPN") and t.i > telling.head.i and places.is_person(t)]


def _targets(deed: Token) -> list[Token]:
    """ "The convoy was the target of a raid", "the mayor, the target of two attacks": of whom the noun is said."""
    target = deed.head
    if syntax.case_of(deed) != "of" or lemma(target) not in TARGETS:
        return []
    return syntax.surface_subject(target) or ([target.head] if target.dep_ == "appos" else [])


def _wounded(wound: Token) -> list[Token]:
    """Whoever has it: "her gunshot wound", "was treated for stab wounds", "died of a gunshot wound"."""
    verb = wound.head
    while verb.dep_ in ("obj", "obl", "conj") and not syntax.is_verb(verb):
        verb = verb.head
    if not syntax.is_verb(verb):
        verb = verb.head
    return _owners(wound) or (syntax.surface_subject(verb) if syntax.is_verb(verb) else [])


def opposed(telling: Telling) -> list[Token]:
    """ "Anti-Chad" of "anti-Chad sanctions", "lifted the anti-Chad sanctions", "anti-government rallies"."""
    if telling.type not in AGAINST:
        return []
    objects = syntax.logical_objects(telling.head) if syntax.is_verb(telling.head) else []
    return [t for noun in (*telling.tokens, *objects) for t in syntax.modifiers(noun) if is_opposed(t)]


def is_opposed(token: Token) -> bool:
    """ "Anti-Chad", "anti-government": a word for who or what body is opposed; not "anti-war"."""
    prefix, _, rest = token.text.partition("-")
    if prefix.lower() != "anti" or not rest:
        return False
    noun = load_nouns().find(rest, rest)
    return token.ent_type_ in NAMED or (noun is not None and noun.kind in ("organization", "group", "person"))


def _owners(head: Token) -> list[Token]:
    gerund = [s for s in syntax.children(head, "nsubj") if any(c.tag_ == "POS" for c in s.children)]
    return [_antecedent(t) for t in syntax.children(head, "nmod:poss")] + gerund


def _antecedent(owner: Token) -> Token:
    """ "A boy" of "a boy whose killing set off riots"; any other owner itself."""
    if owner.tag_ != "WP$":
        return owner
    clause = next((t for t in owner.ancestors if t.dep_ == "acl:relcl"), None)
    return clause.head if clause is not None else owner


def _is_hurt(token: Token, places: Places) -> bool:
    """A person, by name, pronoun or noun, who bears no arms and is no police."""
    noun = load_nouns().find(token.text, lemma(token))
    apart = places.is_armed(token) or (noun is not None and noun.kind == "organization")
    return token.ent_type_ == "person" or (token.ent_type_ == "" and places.is_person(token) and not apart)
