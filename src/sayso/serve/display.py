"""How the values of records are written for a reader: figures, dates, places, degrees. Pure; templates use them too."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from difflib import SequenceMatcher
from functools import cache
from typing import Literal, Protocol
from urllib.parse import urlsplit

from sayso.codebook.codebook import load_codebook
from sayso.link.records import Dispute, LinkedEvent, OutcomeKind
from sayso.link.rivals import ARMS
from sayso.model import Bound, Certainty, Event, Place, Precision, Span, Status
from sayso.publish.periods import DAY, MONTH, moment_of, period_of

#: characters of two passages that are compared word by word
COMPARED = 5_000

Sureness = Literal["certain", "probable", "possible", "unstated", "denied"]

FEATURES = {
    "point": "a spot",
    "city": "town",
    "admin2": "district",
    "admin1": "region",
    "country": "country",
    "region": "wider region",
}
STATUSES: dict[Status, str] = {
    "occurred": "happened",
    "ongoing": "going on",
    "attempted": "attempted",
    "threatened": "threatened",
    "planned": "planned",
    "permitted": "permitted",
    "possible": "possible",
    "did_not_occur": "did not happen",
}
CREDIBILITY = {
    "1": "confirmed by others",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "cannot be judged",
}
OUTCOMES: dict[OutcomeKind, str] = {"came_true": "came true", "failed": "failed", "open": "open"}
FIELDS = {"killed": "how many were killed", "injured": "how many were injured", "missing": "how many are missing"} | {
    "captured": "how many were captured",
    "displaced": "how many were displaced",
    "actors": "who did it",
    "recipients": "whom it hit",
    "instruments": "with how many weapons",
    "place": "where it was",
    "time": "when it was",
    "status": "whether it happened",
}


def differs(dispute: Dispute) -> str:
    """In what accounts differ, in words; of the means, how many or of which kind."""
    if dispute.field == "instruments" and all(account.value in ARMS for account in dispute.accounts):
        return "with what it was done"
    return FIELDS.get(dispute.field, dispute.field)


class Figures(Protocol):
    """What a quantity and an account of a toll have in common."""

    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def best(self) -> float | None: ...
    @property
    def bound(self) -> Bound | None: ...
    @property
    def strict(self) -> bool: ...


def number(value: float) -> str:
    """12000.0 → "12,000"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def figure(quantity: Figures) -> str:
    """The bounds of a figure in signs: "≥ 40", "≈ 10", "3–5"; empty where the words give none."""
    low, high, best = quantity.low, quantity.high, quantity.best
    if best is not None:
        return ("≈ " if quantity.bound == "about" else "") + number(best)
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)}–{number(high)}"
    if low is not None:
        return (">" if quantity.strict else "≥") + f" {number(low)}"
    if high is not None:
        return ("<" if quantity.strict else "≤") + f" {number(high)}"
    return ""


def day(text: str | None) -> str:
    """ "2024-11-17T19:40:00+00:00" → "17 Nov 2024"; what is no date stays as it is."""
    moment = moment_of(text)
    return f"{moment.day} {moment:%b %Y}" if moment else text or ""


def moment(text: str | None) -> str:
    """The day, and the time of day where the text has one: "17 Nov 2024, 19:40 +00:00"."""
    at = moment_of(text)
    if at is None or "T" not in (text or ""):
        return day(text)
    return f"{day(text)}, {at:%H:%M} {_zone(at)}".rstrip()


def for_input(text: str) -> str:
    """A day, or a moment by UTC, as the fields of a form take it: "2024-11-17T17:40"; what is neither stays so."""
    at = moment_of(text)
    if at is None or len(text) <= DAY:
        return text
    return f"{at.astimezone(UTC) if at.tzinfo else at:%Y-%m-%dT%H:%M}"


def beside(words: str, other: str) -> list[tuple[str, bool]]:
    """The words in pieces, each with whether it is not in the other words; where they are too many, in one."""
    if max(len(words), len(other)) > COMPARED:
        return [(words, False)]
    own = re.split(r"(\s+)", words)
    match = SequenceMatcher(None, own, re.split(r"(\s+)", other), autojunk=False)
    return [("".join(own[i:j]), kind != "equal") for kind, i, j, _, _ in match.get_opcodes() if i < j]


def _zone(at: datetime) -> str:
    offset = at.strftime("%z")
    return "UTC" if offset == "+0000" else f"{offset[:3]}:{offset[3:5]}" if offset else ""


def period(start: str | None, end: str | None, precision: Precision | None = None) -> str:
    """A half-open interval in words, no finer than it is known: "17 Nov 2024, morning", "17–24 Nov 2024", "Nov 2024",
    "2022–2023".
    """
    found = period_of(start, end, precision)
    if found is None:
        return f"until {day(end)}" if end else ""
    if not found.last:
        return f"from {_cut(found.first)}"
    if found.clock:
        at = moment_of(start)
        return f"{day(start)}, {found.clock} {_zone(at) if at else ''}".rstrip()
    days = _stretch(found.first, found.last)
    if len(found.first) == DAY:
        return f"{days}, {found.part}" if found.part else days
    return f"{found.part} {days}".lstrip()


def _cut(iso: str) -> str:
    """ "2014" → "2014", "2014-03" → "Mar 2014", "2014-03-04" → "4 Mar 2014"."""
    at = moment_of(f"{iso}-01-01"[:DAY]) if len(iso) < DAY else moment_of(iso)
    if at is None or len(iso) < MONTH:
        return iso
    return f"{at:%b %Y}" if len(iso) == MONTH else f"{at.day} {at:%b %Y}"


def _stretch(first: str, last: str) -> str:
    """From one to the other, both included, naming month and year once where one will do."""
    one, other = _cut(first), _cut(last)
    if one == other:
        return other
    if len(first) < MONTH:
        return f"{one}–{other}"
    if first[:4] != last[:4]:
        return f"{one} – {other}"
    if len(first) == MONTH:
        return f"{one[:3]}–{other}"
    day_of = one.split()[0]
    return f"{day_of}–{other}" if first[:7] == last[:7] else f"{one[:-5]} – {other}"


def kind_of_event(type_: str | None, mode: str | None) -> str:
    """ "ASSAULT", "aerial" → "Assault, aerial"; empty where no code fits."""
    words = [type_.replace("_", " ").capitalize() if type_ else "", (mode or "").replace("_", " ")]
    return ", ".join(word for word in words if word)


def sureness(certainty: Certainty) -> Sureness:
    """The class name of how sure the source is; a denied event is its own."""
    return "denied" if certainty.polarity == "negative" else certainty.degree


def event_sureness(event: Event) -> Sureness:
    """As `sureness`; what did not happen counts as denied."""
    return "denied" if event.status == "did_not_occur" else sureness(event.certainty)


def quad(event: Event) -> int:
    """The quad class, 0 where no code fits."""
    return event.codes.quad if event.codes else 0


def has_point(place: Place) -> bool:
    """True for what may be drawn as a dot; a town without a number is known only by what it is near."""
    return place.feature == "point" or (place.feature == "city" and place.geonameid is not None)


def extent(place: Place) -> str:
    """How exact a place is: "town", "region, within 120 km"."""
    kind = FEATURES[place.feature]
    return kind if has_point(place) else f"{kind}, within {number(round(place.radius_km))} km"


#: characters on either side that `around` shows
BESIDE = 30


def around(text: str, span: Span) -> str:
    """Words with a few of those beside them, of their own line: "… the main market of Gao on Tuesday …"."""
    start, end = span
    before, after = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
    if len(before) > BESIDE:
        before = "… " + before[-BESIDE:].partition(" ")[2]
    if len(after) > BESIDE:
        after = after[:BESIDE].rpartition(" ")[0] + " …"
    return " ".join(f"{before}{text[start:end]}{after}".split())


def web_address(url: str | None) -> str | None:
    """The address if a browser may be sent there (http and https alone), else None."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


#: class name of each quad class; "other" where no code fits
QUAD_CLASSES = {0: "other", 1: "spoken-cooperation", 2: "cooperation", 3: "spoken-conflict", 4: "conflict"}


def linked_quad(event: LinkedEvent) -> int:
    """The quad class of a linked event, by its type; 0 where no code fits."""
    return event_types().get(event.type or "", 0)


@cache
def event_types() -> dict[str, int]:
    """The built-in codebook's types, in their order, each with its quad class."""
    return {name: kind.quad for name, kind in load_codebook().types.items()}
