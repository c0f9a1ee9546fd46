"""A picture with everything in it, made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from builders import KURSK, KYIV, SUMY, Build, tell_strike

from sayso.model import Certainty, Reading
from sayso.persist.picture import Picture

TEXT = (
    "Russian missiles struck a tower block in Sumy on Sunday, killing 34 people, the mayor said. "
    "“We will rebuild,” Maria Ionova said.\n\n"
    "Washington has permitted Kyiv to fire missiles at the Kursk region. "
    "A counteroffensive is believed to be near. Moscow denied a retreat. "
    "Analysts expect more strikes by spring."
)


def strike(outlet: str, killed: str, number: int, *, published: str, text: str = TEXT, **more: Any) -> Build:
    """The strike on Sumy with its toll, as one outlet tells it."""
    b = Build(text.replace("34 people", killed), outlet=outlet, published=published, **more)
    b.entity("place", "Sumy", place=SUMY, country="UKR", country_from="table")
    b.entity("person", "Maria Ionova")
    b.statement(source="the mayor", cue="said", content=b.text[: b.text.index(", the mayor")])
    tell_strike(b, (killed, "exact", number), "the mayor", sentence=(0, b.text.index(" “We")))
    return b


def full() -> Reading:
    """A reading with every kind of finding."""
    b = strike(
        "Harbour Wire", "34 people", 34, published="2024-11-18T08:00:00+02:00", title="Strike on Sumy",
        url="https://wire.example/sumy",
    )  # fmt: skip
    b.statement(
        source="Maria Ionova", cue=b_at("said", 1), content="“We will rebuild,”", act="promise", manner="direct"
    )
    b.entity("place", "Kursk region", place=KURSK)
    b.entity("place", "Kyiv", place=KYIV)
    second = (b.text.index("Washington"), b.text.index(" A counter"))
    b.event("permitted", type="DECIDE", mode="permit", actors=["Washington"], recipients=["Kyiv"], status="permitted",
            place="Kursk region", start="2024-11-01", end="2024-12-01", precision="month", sentence=second)  # fmt: skip
    probable = Certainty(degree="probable", polarity="positive", cues=(b.words("is believed to"),))
    third = (b.text.index("A counter"), b.text.index(" Moscow"))
    b.event("counteroffensive", status="possible", certainty=probable, sentence=third)
    denied = Certainty(degree="certain", polarity="negative")
    fourth = (b.text.index("Moscow"), b.text.index(" Analysts"))
    b.event("retreat", type="RETREAT", status="did_not_occur", certainty=denied, sentence=fourth)
    b.outlook("more strikes", cue="expect", holder="Analysts", horizon="by spring", probability=(0.55, 0.8))
    return b.reading()


def b_at(words: str, nth: int) -> Any:
    from builders import at

    return at(words, nth)


HOSTILE = "<script>alert(1)</script> \u202egnihtyna\u202c said: <b>five people fled</b> & more."


def hostile() -> Reading:
    """A report that would like to be more than words."""
    b = Build(
        HOSTILE,
        outlet="<img src=x onerror=alert(2)>",
        published="2024-11-20",
        title="</title><script>alert(3)</script>\u202e",
        url="javascript:alert(4)",
    )
    b.entity("person", "<script>alert(1)</script>")
    b.statement(source="<script>alert(1)</script>", cue="said", content="<b>five people fled</b>")
    b.event("fled", type=None, actors=["five people"], toll=[("displaced", "five people", "exact", 5)])
    return b.reading()


def four_readings() -> list[Reading]:
    """One with everything, one that tells the same strike, one that is hostile, one that is five characters."""
    other = TEXT.replace("Russian missiles struck", "On Sunday evening Russian missiles struck").split("\n")[0]
    other += " Rescuers worked through the night in the rain."
    second = strike(
        "The Eastern Ledger",
        "45 people",
        45,
        published="2024-11-18T20:00:00+00:00",
        title="Dozens die in Sumy",
        text=other,
    )
    plain = msgspec.structs.replace(Build("Five.", outlet=None).report(), title=None)
    return [full(), second.reading(), hostile(), Reading(report=plain)]


def store(readings: list[Reading], path: Path) -> None:
    """Puts the readings into a new picture and links them."""
    with Picture(path) as picture:
        for reading in readings:
            picture.put(reading)
        picture.link()
