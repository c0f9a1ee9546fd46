"""Readings by hand, for tests: the words are found in the text, so that every span is right by construction.

    b = Build("Russian strikes killed 34 people in Sumy, Kyiv said.", outlet="Dnipro Post", published="2024-11-18")
    b.entity("place", "Sumy", place=sumy)
    b.statement(source="Kyiv", cue="said", content="Russian strikes killed 34 people in Sumy")
    b.event("strikes", type="ASSAULT", mode="aerial", place="Sumy", start="2024-11-17", end="2024-11-18",
            actors=["Russian"], toll=[("killed", "34 people", "exact", 34)])
    reading = b.reading()

Where the same words stand twice, `nth=1` (or `at("words", 1)` in place of the words) takes the second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.model import (
    Attitude,
    Certainty,
    Codes,
    Cue,
    Entity,
    Event,
    Horizon,
    Link,
    Mention,
    Outlook,
    Participant,
    Place,
    Probability,
    Quantity,
    Reading,
    Report,
    Responsibility,
    Source,
    Span,
    Statement,
    Time,
    Toll,
    Words,
    report_id,
    words,
)

SUMY = Place(
    name="Sumy", geonameid=692194, lat=50.9216, lon=34.80029, feature="city", admin1="Sumy", country="UKR", radius_km=9
)
KYIV = Place(
    name="Kyiv", geonameid=703448, lat=50.45466, lon=30.5238, feature="city", admin1="Kyiv", country="UKR", radius_km=20
)
KURSK = Place(
    name="Kursk", geonameid=538555, lat=51.6, lon=36.1, feature="admin1", admin1="Kursk", country="RUS", radius_km=120
)


@dataclass(frozen=True)
class At:
    """The nth time that the words stand in the text."""

    words: str
    nth: int = 0


def at(text: str, nth: int = 0) -> At:
    return At(text, nth)


@dataclass
class Build:
    """One reading in the making; every method returns the record's id."""

    text: str
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None
    given_id: str | None = None
    entities: list[Entity] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    outlooks: list[Outlook] = field(default_factory=list)
    responsibilities: list[Responsibility] = field(default_factory=list)

    def span(self, where: str | At) -> Span:
        where = where if isinstance(where, At) else At(where)
        start = -1
        for _ in range(where.nth + 1):
            start = self.text.index(where.words, start + 1)
        return start, start + len(where.words)

    def words(self, where: str | At) -> Words:
        return words(self.text, self.span(where))

    def entity(self, kind: Any, name: str, *, mentions: Sequence[str | At] = (), **more: Any) -> str:
        spans = [self.span(m) for m in mentions or [name]]
        found = tuple(Mention(spans=(s,), text=self.text[slice(*s)], form="name") for s in spans)
        record = Entity(id=f"e{len(self.entities) + 1}", kind=kind, name=name, mentions=found, **more)
        self.entities.append(record)
        return record.id

    def entity_id(self, where: str | At) -> str | None:
        """The entity that has a mention at these words."""
        span = self.span(where)
        return next((e.id for e in self.entities if any(span in m.spans for m in e.mentions)), None)

    def quantity(self, where: str | At, bound: Any = "exact", value: float | None = None, **more: Any) -> str:
        filled = {"exact": ("low", "high", "best"), "about": ("best",), "at_least": ("low",), "at_most": ("high",)}
        figures = dict.fromkeys(filled.get(bound, ()), value)
        base = self.words(where)
        record = Quantity(
            id=f"q{len(self.quantities) + 1}", spans=base.spans, text=base.text, bound=bound, **{**figures, **more}
        )
        self.quantities.append(record)
        return record.id

    def source(self, where: str | At, kind: Any = "named") -> Source:
        base = self.words(where)
        return Source(spans=base.spans, text=base.text, entity=self.entity_id(where), kind=kind)

    def cue(self, where: str | At, lemma: str | None = None) -> Cue:
        base = self.words(where)
        return Cue(spans=base.spans, text=base.text, lemma=lemma or base.text.lower())

    def statement(
        self, *, source: str | At | None, cue: str | At | None, content: str | At, act: Any = "assert", **more: Any
    ) -> str:
        record = Statement(
            id=f"s{len(self.statements) + 1}",
            source=None if source is None else self.source(source),
            cue=None if cue is None else self.cue(cue),
            content=self.words(content),
            act=act,
            **{"manner": "indirect", "by": "test", "score": 0.9, **more},
        )
        self.statements.append(record)
        return record.id

    def participant(self, where: str | At) -> Participant:
        base = self.words(where)
        return Participant(spans=base.spans, text=base.text, entity=self.entity_id(where))

    def toll(self, effect: Any, where: str | At, bound: Any = "exact", value: float | None = None) -> Toll:
        quantity = None if value is None else self.quantity(where, bound, value)
        return Toll(
            effect=effect, who=self.words(where).text, quantity=quantity, scope="event", spans=(self.span(where),)
        )

    def link(self, where: str | At, statement: str | None = None, *, hearsay: bool = False) -> Link:
        base = self.words(where)
        entity = self.entity_id(where)
        return Link(spans=base.spans, text=base.text, statement=statement, entity=entity, hearsay=hearsay)

    def event(
        self,
        trigger: str | At,
        *,
        type: Any = "ASSAULT",
        lemma: str | None = None,
        actors: Sequence[str | At] = (),
        recipients: Sequence[str | At] = (),
        place: str | At | None = None,
        toll: Sequence[tuple[Any, ...]] = (),
        according_to: Sequence[str | At] = (),
        **more: Any,
    ) -> str:
        codes = None if type is None else Codes(plover=type, cameo=None, quad=4, intensity=-10.0)
        record = Event(
            id=f"v{len(self.events) + 1}",
            type=type,
            codes=codes,
            trigger=self.cue(trigger, lemma),
            actors=tuple(self.participant(a) for a in actors),
            recipients=tuple(self.participant(r) for r in recipients),
            place=None if place is None else self.entity_id(place),
            toll=tuple(self.toll(*t) for t in toll),
            according_to=tuple(self.link(a) for a in according_to),
            **{
                "mode": None,
                "certainty": Certainty(degree="certain", polarity="positive"),
                "status": "occurred",
                "sentence": (0, len(self.text)),
                "salience": "main",
                "by": "test",
                "score": 0.9,
                **more,
            },
        )
        self.events.append(record)
        return record.id

    def outlook(
        self, content: str | At, *, cue: str | At, holder: str | At | None = None, horizon: str | At | None = None,
        probability: tuple[float, float] | None = None, event: str | None = None,
    ) -> str:  # fmt: skip
        until = None
        if horizon is not None:
            base = self.words(horizon)
            until = Horizon(start=None, end=None, text=base.text, spans=base.spans)
        degree = None
        if probability is not None:
            degree = Probability(low=probability[0], high=probability[1], scale="cue-table")
        record = Outlook(
            id=f"o{len(self.outlooks) + 1}",
            content=self.words(content),
            holder=None if holder is None else self.source(holder),
            cue=self.words(cue),
            probability=degree,
            horizon=until,
            event=event,
            by="test",
            score=0.8,
        )
        self.outlooks.append(record)
        return record.id

    def laid(
        self,
        event: str,
        stance: Attitude,
        party: str | At | None,
        *,
        cue: str | At,
        according_to: Sequence[str | At] = (),
    ) -> str:
        record = Responsibility(
            id=f"b{len(self.responsibilities) + 1}",
            event=event,
            deed=None,
            stance=stance,
            party=None if party is None else self.participant(party),
            cue=self.words(cue),
            according_to=tuple(self.link(a) for a in according_to),
            sentence=(0, len(self.text)),
            by="test",
            score=0.8,
        )
        self.responsibilities.append(record)
        return record.id

    def report(self) -> Report:
        return Report(
            id=report_id(outlet=self.outlet, url=self.url, text=self.text),
            given_id=self.given_id,
            url=self.url,
            outlet=self.outlet,
            title=self.title,
            published=self.published,
            text=self.text,
        )

    def reading(self) -> Reading:
        return Reading(
            report=self.report(),
            entities=tuple(self.entities),
            times=tuple(self.times),
            quantities=tuple(self.quantities),
            statements=tuple(self.statements),
            events=tuple(self.events),
            responsibilities=tuple(self.responsibilities),
            outlooks=tuple(self.outlooks),
        )


def strike(
    outlet: str, killed: int, *, published: str = "2024-11-18", bound: str = "exact", said: str = "the governor",
    copy: str = "", **more: Any,
) -> Reading:  # fmt: skip
    """A report of the strike on Sumy of 17 November 2024, with its toll: the commonest thing that tests link."""
    text = f"Russian missiles struck a tower block in Sumy on Sunday, killing {killed} people, {said} said.{copy}"
    b = Build(text, outlet=outlet, published=published, title=f"Strike on Sumy: {killed} dead", **more)
    b.entity("place", "Sumy", place=SUMY, country="UKR", country_from="table")
    b.entity("nationality", "Russian", country="RUS", country_from="words")
    b.entity("group", said)
    b.statement(source=said, cue="said", content=text[: text.index(f", {said}")])
    tell_strike(b, (f"{killed} people", bound, killed), said)
    return b.reading()


def tell_strike(b: Build, killed: tuple[str, str, int], said: str, **more: Any) -> None:
    """The event of the strike on Sumy; `killed`: the words of its toll, the bound, the number."""
    b.event(
        "struck",
        lemma="strike",
        mode="aerial",
        actors=["Russian missiles"],
        recipients=["a tower block"],
        place="Sumy",
        start="2024-11-17",
        end="2024-11-18",
        precision="day",
        from_="words",
        toll=[("killed", *killed)],
        according_to=[said],
        **more,
    )


def foretold_readings() -> list[Reading]:
    """A plan with a probability, another that nobody tells of again, and a report that tells the first as done."""
    text = "The guild of Sumy will probably close the bridge, the Guild Herald said. It hopes for rain in April."
    b = Build(text, outlet="Kyiv Courier", published="2026-03-02")
    b.entity("organization", "Guild Herald")
    sure = Certainty(degree="probable", polarity="positive")
    closing = b.event("close", type=None, actors=["The guild"], recipients=["the bridge"], status="planned",
                      certainty=sure)  # fmt: skip
    b.outlook(
        "The guild of Sumy will probably close the bridge",
        cue="will probably",
        holder="Guild Herald",
        probability=(0.55, 0.8),
        event=closing,
    )
    b.outlook("rain in April", cue="hopes", holder="Guild Herald")
    c = Build(
        "The guild of Sumy closed the bridge on Friday, sailors said.", outlet="Dnipro Post", published="2026-03-07"
    )
    c.event("closed", type=None, lemma="close", actors=["The guild"], recipients=["the bridge"], start="2026-03-06",
            end="2026-03-07", precision="day", from_="words", according_to=["sailors"])  # fmt: skip
    return [b.reading(), c.reading()]
