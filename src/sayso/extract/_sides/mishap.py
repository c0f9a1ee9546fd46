"""Harm that nobody did: what a vehicle on the road, a storm or a fire does, and no deed of anybody's."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax, tolls
from sayso.codebook.codebook import Codebook
from sayso.codebook.match import in_classes, lemma
from sayso.codebook.words import word_list
from sayso.extract._sides.phrases import through_partitive
from sayso.extract._telling.telling import FORCE, HARMS, Telling

#: Things that fall, break or flood of themselves.
THINGS = word_list("mishap_things")
#: What drives on roads and rails, and who does.
TRAFFIC = tolls.words("mishap", "traffic")
#: Verbs of what vehicles do to people; what says that somebody meant it.
DRIVING = frozenset({"hit", "strike", "run", "mow", "crush", "injure", "hurt", "kill"})
PURPOSE = word_list("mishap_purpose")
#: Fires; what makes a deed of one.
FIRES = frozenset({"fire", "blaze", "inferno"})
SETTING = frozenset({"set", "torch", "arson", "arsonist", "attack", "open", "shell", "bomb", "explode"})
#: Classes of what has no will.
NATURE = ("@mishap", "@animal")


def without_doers(tellings: list[Telling], codebook: Codebook) -> None:
    """Takes off, in place, the type and the doers where a thing did it, unless it is the vehicle of an assault."""
    for telling in tellings:
        if not syntax.is_verb(telling.head):
            continue
        if (meant := _meant_before(telling, tellings)) is not None:
            telling.kind, telling.frame, telling.actors = meant.kind, meant.frame, list(meant.actors)
            continue
        if _is_accident(telling):
            telling.kind, telling.frame, telling.actors = None, None, []
        if telling.type in FORCE and _is_all_of_nature(syntax.logical_subjects(telling.head), codebook):
            telling.kind, telling.frame, telling.actors = None, None, []
        if telling.frame is not None and telling.frame.toll not in HARMS:
            continue
        bare = telling.type in FORCE and telling.mode is None and not telling.actors
        if bare and any(map(_is_by_fire, (telling.head, *telling.head.ancestors))):
            telling.kind, telling.frame = None, None


def _is_all_of_nature(subjects: list[Token], codebook: Codebook) -> bool:
    return bool(subjects) and all(_is_thing(through_partitive(t), codebook) for t in subjects)  # "a wave of drones"


def _meant_before(telling: Telling, before: list[Telling]) -> Telling | None:
    """The assault by the vehicle that "hit by the lorry" takes up."""
    harm = telling.head
    if telling.kind is not None or lemma(harm) not in DRIVING:
        return None
    known = [t for t in syntax.logical_subjects(harm) if is_traffic(t) and any(c.lower_ == "the" for c in t.children)]
    words = {lemma(t) for t in known}
    by_it = (t for t in reversed(before) if t.type == "ASSAULT" and t.head.i < harm.i)
    return next((t for t in by_it if any(lemma(w) in words for w in t.head.subtree)), None) if words else None


def _is_accident(telling: Telling) -> bool:
    """ "She was struck by a grey Toyota": a vehicle on the road, and nobody who is said to have meant it."""
    harm = telling.head
    subjects = syntax.logical_subjects(harm) if lemma(harm) in DRIVING else []
    plain = telling.type == "ASSAULT" and telling.mode in (None, "firearms")
    if not plain or not subjects or not all(is_traffic(t) for t in subjects):
        return False
    return not any(lemma(t) in PURPOSE for t in harm.sent)


def is_traffic(who: Token) -> bool:
    """A vehicle on roads or rails, by its make too, or who is named by driving one."""
    return lemma(who) in TRAFFIC or who.ent_type_ == "vehicle"


def _is_by_fire(harm: Token) -> bool:
    """ "Were killed in a fire", "were hurt when the fire spread": a fire that nobody has set, no gunfire."""
    fires = [t for case in ("in", "by") for t in syntax.prepositional(harm, case)]
    for clause in syntax.children(harm, "advcl"):
        fires += [] if any(lemma(t) in SETTING for t in clause.subtree) else syntax.children(clause, "nsubj")
    return any(lemma(t) in FIRES and syntax.children(t, "det") and not _is_set(t) for t in fires)


def _is_set(fire: Token) -> bool:
    """ "A fire set by rebels", "the fire from the hill"."""
    return bool(syntax.children(fire, "acl", "acl:relcl")) or bool(syntax.prepositional(fire, "from"))


def _is_thing(token: Token, codebook: Codebook) -> bool:
    """A thing, a beast, a disease or a storm, by its name too ("Cyclone Freddy")."""
    if token.ent_type_ not in ("", "event"):
        return False
    words = [token, *(syntax.modifiers(token) if token.ent_type_ else [])]
    return any(lemma(t) in THINGS or in_classes(t, NATURE, codebook) for t in words)
