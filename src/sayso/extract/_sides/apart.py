"""What the words put on a side of an event and is none: a weapon that the report as a whole knows as such, a scene."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from sayso.codebook import syntax
from sayso.extract._telling.telling import Telling
from sayso.model import Entity, Event, Participant


def means_apart(event: Event, telling: Telling, known: Mapping[str, Entity]) -> Event:
    """Weapons that only the report as a whole knows as such do nothing and are given nothing, but are means."""

    def is_weapon(participant: Participant) -> bool:
        return participant.entity is not None and known[participant.entity].kind == "weapon"

    if telling.kind is None or not any(map(is_weapon, event.actors + event.recipients)):
        return event
    taken = telling.kind.recipient_is == "agent"
    actors = tuple(p for p in event.actors if not is_weapon(p))
    return msgspec.structs.replace(
        event,
        actors=actors,
        recipients=tuple(p for p in event.recipients if not (taken and is_weapon(p))),
        instruments=event.instruments + tuple(p for p in event.actors if is_weapon(p) and p not in event.instruments),
    )


def scene_apart(event: Event, telling: Telling, known: Mapping[str, Entity]) -> Event:
    """ "[Town] shelling", "the [Town] attack": a place that is no country, before a noun, is where it was."""

    def is_scene(participant: Participant) -> bool:
        entity = known.get(participant.entity or "")
        before = (
            participant.spans[-1][1] < event.trigger.spans[0][0] and participant.spans[-1][1] + 2 > telling.head.idx
        )
        return before and entity is not None and entity.place is not None and entity.place.feature != "country"

    gerund = telling.head.tag_ == "VBG" and not syntax.children(telling.head, "aux", "obj")
    if telling.type != "ASSAULT" or event.recipients or (syntax.is_verb(telling.head) and not gerund):
        return event
    scenes = tuple(p for p in event.actors if is_scene(p))
    if not scenes:
        return event
    actors = tuple(p for p in event.actors if p not in scenes)
    return msgspec.structs.replace(event, actors=actors, recipients=scenes, place=event.place or scenes[0].entity)
