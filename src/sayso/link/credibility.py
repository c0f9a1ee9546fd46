"""How far a linked event can be believed: the digit of NATO's information credibility (STANAG 2511, AJP-2.1), with why.

    1 confirmed by other sources   2 probably true   3 possibly true   4 doubtful   5 improbable   6 cannot be judged

Only independent sources count: copies of one text are one, and so are two outlets that quote the same spokesman.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.link.denied import deniers
from sayso.link.records import Digit
from sayso.link.told import Told
from sayso.link.voices import Voice, independent
from sayso.link.whose import is_denied, only_counts, voice_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The digit and the words that say why."""

    digit: Digit
    because: str


def _in_passing(told: Told) -> bool:
    """Whether a report only names the event again: "X did not comment on the strike" does not confirm the strike, nor
    does "X said the strike was a crime". What such a telling has of its own is no side but those told before it.
    """
    event, first = told.event, told.opened.events.get(told.event.same_as or "")
    before = {side.spans for side in (*first.actors, *first.recipients)} if first is not None else set()
    own = [side for side in (*event.actors, *event.recipients) if side.spans not in before]
    return event.same_as is not None and not (own or event.toll)


def sources_of(tellings: Sequence[Told]) -> set[str]:
    """On whose words the tellings rest, as far as they are independent of each other.

    A copy adds nothing to the report it was copied from, and an outlet that names its source adds nothing by speaking
    of the event again in words of its own. A remark on the event is nobody's telling of it.
    """
    return {one.name for one in _voices(tellings)}


def _voices(tellings: Sequence[Told]) -> list[Voice]:
    reports = {t.report.id for t in tellings}
    own = [t for t in tellings if not (_in_passing(t) or only_counts(t))]
    attributed = {t.report.id for t in own if t.event.according_to}
    own = [t for t in own if t.event.according_to or t.report.id not in attributed]
    return independent(voice_of(t) for t in own if t.copy_of not in reports)


def judge(tellings: Sequence[Told]) -> Verdict:
    """The verdict on one linked event; denials weigh first."""
    asserted = [t for t in tellings if not is_denied(t)]
    against = independent(deniers(tellings))
    sources = [one for one in _voices(asserted) if not any(one.is_of_body(other) for other in against)]
    if not asserted:
        return Verdict(digit="6", because=f"told only as something that did not happen, by {_count(against)}")
    if against:
        digit: Digit = "5" if len(against) > len(sources) else "4"
        return Verdict(digit=digit, because=f"told by {_count(sources)}, denied by {_count(against)}")
    return _undenied(asserted, sources)


def _undenied(asserted: Sequence[Told], sources: Sequence[Voice]) -> Verdict:
    certain = [t for t in asserted if t.event.certainty.degree in ("certain", "probable")]
    hearsay = all(any(link.hearsay for link in t.event.according_to) for t in asserted)
    if not certain:
        return Verdict(digit="6", because=f"told by {_count(sources)}, only as a possibility")
    if hearsay:
        return Verdict(digit="6", because=f"told by {_count(sources)}, only as hearsay")
    if len(sources) >= 3:
        return Verdict(digit="1", because=f"{_count(sources)} tell it on their own, none denies it")
    if len(sources) == 2:
        return Verdict(digit="2", because="two independent sources tell it, none denies it")
    copies = len({t.report.id for t in asserted}) - 1
    repeated = f", in {copies + 1} reports" if copies else ""
    return Verdict(digit="3", because=f"one source tells it{repeated}; nothing confirms or denies it")


def _count(sources: Sequence[Voice]) -> str:
    return "one source" if len(sources) == 1 else f"{len(sources)} independent sources"
