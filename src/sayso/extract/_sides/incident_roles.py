"""Sides of assaults that only the language model's incident roles tell."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._sides.around import strangers
from sayso.extract._sides.blame import DENYING, accusers, is_only_believed
from sayso.extract._sides.phrases import phrase_of, through_partitive
from sayso.extract._sides.subject_matter import suffers

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.extract._sides.participants import Places
    from sayso.extract._telling.telling import Telling

SAYING = word_list("when_where_saying")
#: How many words are gone up.
HIGHEST = 8
PERPETRATORS = frozenset({"PerpInd", "PerpOrg"})
#: Acts, with their modes, that are done to whoever is held to have done something.
OF_SUSPECTS = frozenset(
    {("ACCUSE", "allege"), ("ACCUSE", "investigate"), ("COERCE", "arrest"), ("SANCTION", "convict")}
)


def add_incident_roles(tellings: list[Telling], places: Places) -> None:
    """Completes assaults with the incident roles that the model tagged in their sentence."""
    assaults = [t for t in tellings if t.type == "ASSAULT"]
    if not assaults:
        return
    accused = {t.i for one in tellings if (one.type, one.mode) in OF_SUSPECTS for t in one.recipients}
    others = {t.head.i for t in tellings if t.type not in (None, "ASSAULT")}
    told: dict[int, list[Telling]] = defaultdict(list)
    for telling in assaults:
        told[telling.head.sent.start].append(telling)
    charges: dict[int, list[Telling]] = defaultdict(list)
    for telling in (t for t in tellings if t.type == "ACCUSE"):
        charges[telling.head.sent.start].append(telling)
    for span in assaults[0].head.doc.spans.get("incident", []):
        near = told.get(span.root.sent.start, [])
        hit = span.label_ in ("Victim", "Target")
        if hit and span.root.i in accused:
            continue
        if hit:
            near = [t for t in near if t.frame is None or not t.frame.reciprocal]
        if span.label_ == "Weapon" and any(span.root in t.instruments for t in near):
            continue  # "attacked it with mortars and took two soldiers away"
        if near:
            named = [t for t in near if hit and any(r.is_ancestor(span.root) for r in t.recipients)]  # "two men, A, B"
            nearest = min(named or near, key=lambda t: abs(t.head.i - span.root.i))
            role, side = span.label_, through_partitive(span.root)
            blaming = accusers(nearest, charges[span.root.sent.start])
            no_doer = side.i in blaming or is_only_believed(side, nearest) or suffers(side, nearest)
            no_doer = no_doer or side in strangers(nearest) or _is_of_other_clause(side, nearest, others)
            if not (role in PERPETRATORS and (no_doer or _does_else(side, nearest, others))):
                _take_role(nearest, side, role, places)


def _does_else(token: Token, telling: Telling, others: set[int]) -> bool:
    """ "Troops returned fire and the rebels fled", "slapped a guard and was led away by police": who does another act
    than what others did.
    """
    verb = token.head if syntax.base(token.dep_) == "nsubj" or token.dep_ == "obl:agent" else None
    return bool(telling.actors) and verb is not None and verb.i in others


def _is_of_other_clause(token: Token, telling: Telling, others: set[int]) -> bool:
    """ "Rebels" of "the army shelled the port as the premier read the rebels' plan": beside those who do it, whoever
    stands in another clause does not; nor in "killed a judge who had been threatened by rebels" who threatened him.
    """
    if not syntax.is_verb(telling.head):
        return False
    for one in islice((token, *token.ancestors), HIGHEST):
        if one.i == telling.head.i or one.is_ancestor(telling.head):
            return False
        of_hit = one.dep_ == "acl:relcl" and one.head in telling.recipients and one.i in others
        beside = one.dep_ in ("advcl", "parataxis", "acl:relcl") and syntax.children(one, "nsubj", "nsubj:pass")
        if of_hit or (beside and telling.actors):
            return True
    return False


def is_source(token: Token) -> bool:
    """ "The army said", "denied": who tells or denies it did not do it by that."""
    return syntax.base(token.dep_) == "nsubj" and syntax.is_verb(token.head) and lemma(token.head) in SAYING | DENYING


def _is_in_clause_of(token: Token, telling: Telling) -> bool:
    """ "The premier" of "burned a shop owned by the premier": who stands in a clause that tells of what was hit."""
    above = list(islice(token.ancestors, HIGHEST))
    at = next((i for i, one in enumerate(above) if one in telling.recipients), None)
    clauses = above[: at or 0]
    return any(syntax.base(one.dep_) == "acl" and one not in telling.tokens for one in clauses)


def _take_role(telling: Telling, token: Token, role: str, places: Places) -> None:
    everyone = {t.i for group in (telling.actors, telling.recipients, telling.instruments) for t in group}
    covered = {
        w.i for group in (telling.actors, telling.recipients, telling.instruments) for t in group for w in phrase_of(t)
    }
    if token.i in everyone or token.i in covered or token in telling.tokens or is_source(token):
        return
    if role in PERPETRATORS:
        telling.actors += [token] if token.ent_type_ != "place" else []
    elif role in ("Victim", "Target"):
        named = token.ent_type_ == "person" and not _is_in_clause_of(token, telling)
        telling.recipients += [token] if named or not telling.recipients else []
    elif role == "Weapon" and (places.is_weapon(token) or token.pos_ in ("NOUN", "PROPN")):
        telling.instruments.append(token)
