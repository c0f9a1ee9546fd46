"""One blow that several words of a sentence tell: what struck and what was hit, the shot and its firing, what a deed
destroyed, its dead and its wounded.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.extract._counting.harmed import OBJECT_VERBS
from sayso.extract._telling.telling import HARMS, Telling

#: Weapons whose going off alone tells of an attack.
GOING_OFF = frozenset({"bomb", "car-bomb", "mine", "landmine"})
#: Kinds of names by which what was damaged was at a place of its own.
PLACES = frozenset({"place", "facility"})


def link_blows(tellings: list[Telling], by_token: dict[int, Telling]) -> None:
    """Marks the words of violence that tell no blow beside another one of their sentence."""
    _link_weapons(tellings, by_token)
    _link_destroyed(tellings, by_token)
    _link_shots(tellings)
    _link_harm(tellings, by_token)


def _link_weapons(tellings: list[Telling], by_token: dict[int, Telling]) -> None:
    """ "A bomb exploded", "the bomb damaged a shop", "shelling hit a market": what struck is no event beside that."""
    for telling in tellings:
        verb = telling.head.head
        other = by_token.get(verb.i)
        if telling.type != "ASSAULT" or other is None or other is telling:
            continue
        places = ("nsubj", "obj") if lemma(telling.head) in GOING_OFF else ("nsubj",)
        does = syntax.is_verb(verb) and syntax.base(telling.head.dep_) in places
        if not does or other.type != "ASSAULT" or other.frame is None or other.frame.toll is not None:
            continue
        if not syntax.children(telling.head, "nmod", "acl:relcl"):
            telling.cause = other
            other.actors = other.actors or telling.actors
            if lemma(telling.head) not in GOING_OFF:
                other.instruments = [token for token in other.instruments if token.i != telling.head.i]
            if telling.mode is not None and other.mode in (None, "destroy"):
                other.frame = replace(other.frame, mode=telling.mode)


def _link_destroyed(tellings: list[Telling], by_token: dict[int, Telling]) -> None:
    """ "The strikes hit nine units, destroyed a depot and damaged a bridge", "shelled a market, destroying stalls":
    what a deed has destroyed is no deed beside it, but suffered it too.
    """
    for telling in tellings:
        if telling.type != "ASSAULT" or telling.mode != "destroy" or telling.cause is not None:
            continue
        verb, above = telling.head, by_token.get(telling.head.head.i)
        acting = (by_token.get(t.i) for t in syntax.logical_subjects(verb)) if syntax.is_verb(verb) else ()
        deed = next((one for one in acting if one is not None and one.type == "ASSAULT"), None)
        elsewhere = any(t.ent_type_ in PLACES for t in verb.subtree)
        if deed is None and verb.tag_ == "VBG" and verb.dep_ == "advcl" and not elsewhere:
            bare = above is not None and above.type == "ASSAULT" and not syntax.children(verb, "mark", "nsubj")
            deed = above if bare else None
        deed = deed.cause or deed if deed is not None else None
        if deed is not None and deed is not telling and deed.cause is None:
            telling.cause = deed
            deed.recipients += [t for t in telling.recipients if t not in deed.recipients]


def _link_harm(tellings: list[Telling], by_token: dict[int, Telling]) -> None:
    """ "Nine were killed and 40 wounded": the dead and the wounded of one deed that no other word tells."""
    for telling in tellings:
        verb, above = telling.head, telling.head.head
        if above.dep_ == "advcl" and syntax.children(verb, "cc"):  # "were killed when it sank, and nine were hurt"
            above = above.head
        first = by_token.get(above.i)
        if (
            first is None
            or verb.dep_ != "conj"
            or telling.type != first.type
            or not (_is_harm(telling) and _is_harm(first))
            or first.cause is not None
        ):
            continue
        own = syntax.children(verb, "obl", "advcl", "obl:tmod", "nmod:tmod") and syntax.children(
            first.head, "obl", "advcl"
        )
        bare = verb.tag_ == "VBD" and not syntax.children(verb, "obj")  # "and 30 hurt"
        subjects = syntax.is_passive(first.head) in (syntax.is_passive(verb), bare)
        if subjects and not own:
            telling.cause = first
            first.recipients += [t for t in telling.recipients if t not in first.recipients]
            if first.kind is None:  # a mishap, which no other word of a code tells
                first.tokens = tuple(sorted({*first.tokens, *telling.tokens}, key=lambda t: t.i))


def _is_harm(telling: Telling) -> bool:
    """Whether it only tells of dead or wounded; of a mishap, too."""
    frame = telling.frame
    if telling.kind is None:
        return syntax.is_verb(telling.head) and OBJECT_VERBS.get(lemma(telling.head)) in HARMS
    bare = frame is not None and frame.toll in HARMS and telling.mode is None
    return telling.type == "ASSAULT" and bare and syntax.is_verb(telling.head)


def _link_shots(tellings: list[Telling]) -> None:
    """ "Was hit by rockets fired from a boat", "the bullet that killed him was fired from a roof": the firing is no
    blow beside that.
    """
    blows: dict[int, list[Telling]] = defaultdict(list)
    for one in (t for t in tellings if t.type == "ASSAULT"):
        for token in one.instruments:
            blows[token.i].append(one)
    for telling in tellings:
        firing, shot = telling.head, telling.head.head if telling.head.dep_ == "acl" else None
        if syntax.is_passive(firing):
            shot = next((s for s in syntax.surface_subject(firing) if syntax.children(s, "acl:relcl")), shot)
        others = blows[shot.i] if shot is not None and telling.type == "ASSAULT" and telling.cause is None else []
        blow = next((one for one in others if one is not telling and one.cause is not telling), None)
        if blow is not None:
            telling.cause = blow.cause or blow
            blow.actors = blow.actors or telling.actors
