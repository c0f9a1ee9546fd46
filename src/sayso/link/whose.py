"""On whose word a telling rests, and whether it tells at all that something happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.link.moments import moment
from sayso.link.ruled_out import of_one_time
from sayso.link.told import PRONOUNS, Told
from sayso.link.voices import Voice, voice
from sayso.model import Event, Link, Source, Span, Statement


def is_denied(told: Told) -> bool:
    """Whether the telling says that it did not happen."""
    return told.event.status == "did_not_occur"


def only_names(told: Told) -> bool:
    """Whether it is named only as what somebody denies to have to do with: "denied any role in the attack"."""
    at = told.event.trigger.spans[0][0]
    return any(start <= at < end for denial in told.denials for start, end in denial.content.spans)


def only_counts(told: Told) -> bool:
    """Whether somebody says in it how many, and nothing else: "the army put the toll at nine". What he says is in the
    tolls, on his word; that it happened is not what he is asked for.
    """
    return count_of(told.event, told.opened.cues) is not None


def count_of(event: Event, cues: Mapping[Span, Statement]) -> Statement | None:
    """The statement that an event without a code is no more than: "put" of "the army put the toll at nine"."""
    return cues.get(event.trigger.spans[0]) if event.type is None else None


def voice_of(told: Told) -> Voice:
    """The innermost source that it names, else its outlet, else the report itself."""
    return voice_of_chain(told, told.event.according_to)


def voice_of_chain(told: Told, chain: Sequence[Link]) -> Voice:
    """The same of any chain of its report."""
    for link in reversed(chain):
        entity = told.entity(link.entity)
        if entity is not None:
            return voice(entity.name, entity)
        if not link.hearsay and link.text.casefold() not in PRONOUNS:
            return voice(link.text)
    return voice(told.report.outlet or told.copy_of or told.report.id)


def source_of(told: Told) -> str:
    """The same, by name."""
    return voice_of(told).name


def voice_of_source(told: Told, source: Source) -> Voice:
    """Whoever makes a statement of the report."""
    entity = told.entity(source.entity)
    return voice(entity.name if entity is not None else source.text, entity)


def came_out_together(one: Told, other: Told) -> bool:
    """Whether the reports came out so near each other that they may be at odds."""
    return of_one_time(*(moment(t.report.published) if t.report.published else None for t in (one, other)))
