"""Makers of what leans on another time: "last week", "the next morning", "two weeks ago", "a year earlier"."""

from __future__ import annotations

from sayso.digest._times.near import lower, titled, words_of
from sayso.digest._times.rules import Match, Node
from sayso.digest._times.timex import Moment, duration_value


def relative_unit(match: Match) -> Moment | None:
    """ "last week", "this quarter", "the following year", "that day"."""
    words = words_of(match)
    unit = match.value("unit", "UNIT") or match.value("unit", "PERIOD")
    if "after" in words or words[-2:] == ["before", "last"]:
        return Moment(kind="date", shift=2 if "after" in words else -2, unit=unit)
    if unit in ("s", "m", "h", "P") or (titled(match["unit"]) and match.until - match.at > 1):
        return None
    rel = _relation(words)
    if rel == "past" and unit not in ("WE", "Q"):
        return Moment(kind="duration", value=duration_value(1, unit), unit=unit, amount=1, rel="past")
    lasting = unit in ("E", "C") or lower(match.before()) in LASTING
    if lasting and words[0] == "the" and rel in ("next", "coming"):
        return Moment(kind="duration", value=duration_value(1, unit), unit=unit, amount=1, rel="coming")
    told = words[0] == "the" or unit == "D"  # "next day" is no tomorrow
    narrative = rel in NARRATIVE or (told and rel == "next")
    return Moment(kind="date", rel=RELATIONS.get(rel, rel), unit=unit, anchor="narrative" if narrative else "published")


#: The words that relate, brought to this, that, last and next …
RELATIONS = {
    "past": "last", "previous": "last", "preceding": "last", "coming": "next", "upcoming": "next",
    "forthcoming": "next",
    "following": "next", "subsequent": "next", "succeeding": "next", "ensuing": "next", "current": "this",
}  # fmt: skip
#: Prepositions of a length of time: "over the next year" are twelve months from the dateline on.
LASTING = frozenset(("over", "within", "during", "throughout"))
#: … and those of them that lean on the story and not on the dateline.
NARRATIVE = frozenset(("previous", "preceding", "following", "subsequent", "succeeding", "ensuing", "that"))


def _relation(words: list[str]) -> str:
    """The word that relates: "this past" is "past", "that same" is "that", "the same" is "that"."""
    known = [w for w in words[:-1] if w not in ("the", "very", "fiscal", "financial", "calendar", "full")]
    if not known or "that" in known or "same" in known:
        return "that"
    return known[-1] if known[-1] in ("past", "coming") else known[0]


def relative_named(match: Match) -> Moment | None:
    """ "last Friday", "this September", "the following spring"."""
    base = match.moment("base")
    if base is None or base.kind != "date" or base.shift is not None or base.year is not None:
        return None
    if base.rel not in (None, "feast"):
        return None
    word = _relation(words_of(match))
    rel = RELATIONS.get(word, word)
    if rel not in ("this", "that", "last", "next"):
        return None
    if base.rel == "feast":
        return base.changed(unit=rel)
    return base.changed(rel=rel, anchor="narrative" if word in NARRATIVE else "published")


def part(match: Match) -> Moment | None:
    """ "tonight", "last night", "the next morning", "yesterday evening"."""
    words = words_of(match)
    if lower(match.before()) in ("good", "straight", "consecutive", "successive"):
        return None
    if words[0] in ("tonight", "overnight"):
        return Moment(kind="time", shift=0, unit="D", part="NI", rel="overnight" if words[0] == "overnight" else None)
    code = match.value("part", "PART")
    deictic = match.value("rel", "TODAY")
    if deictic is not None:
        return Moment(kind="time", shift=deictic, unit="D", part=code)
    if match["rel"] is None and words[0] != "that":
        return Moment(kind="time", part=code)
    rel = _relation([word for word in words if word not in ("early", "late", "hours", "hour")])
    if rel == "this" or words[0] == "last":
        return Moment(kind="time", shift=0 if rel == "this" else -1, unit="D", part=code)
    shift = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(rel, 0)
    return Moment(kind="time", shift=shift, unit="D", part=code, anchor="narrative")


#: Prepositions before a quarter of a town.
PLACED = frozenset(
    ("into", "inside", "outside", "near", "across", "toward", "towards", "around", "entered", "left", "stormed")
)


def bare_unit(match: Match) -> Moment | None:
    """ "the quarter", "the year", "the day": the one that is spoken of."""
    unit = match.value("unit", "UNIT")
    if unit is None or unit in ("s", "m", "h", "E", "C", "F", "L") or titled(match["unit"]):
        return None
    if unit == "Y" and lower(match.after()) in ("ended", "ending"):
        return Moment(kind="duration", value="P1Y", amount=1.0, unit="Y")
    if unit in ("WE", "Y"):
        return Moment(kind="date", rel="that", unit=unit)
    if unit == "Q" and (lower(match.before()) in PLACED or lower(match.after()) in ("of", "where")):
        return None
    if lower(match.after()) in ("before", "after") or (unit == "D" and lower(match.after()) in ("of", "when", "that")):
        return Moment(kind="date", unit=unit)
    return Moment(kind="date", rel="that", unit=unit, anchor="narrative")


def ago(match: Match) -> Moment | None:
    """ "two weeks ago", "a year earlier", "three days later"."""
    direction = match.value("ago", "AGO") or "later"
    length = match.moment("long")
    unit = match.value("unit", "UNIT") if length is None else length.unit
    amount = 1.0 if length is None else length.amount
    if length is None and match.nodes[match.at].lower == "the":  # "the day before"
        if unit not in ("D", "W", "M", "Y") or match.nodes[match.until - 1].lower not in ("before", "after"):
            return None
        amount = 1.0
    if unit is None or (length is not None and (length.rel is not None or length.kind != "duration")):
        return None
    last = match.nodes[match.until - 1].lower
    if last in ("before", "after", "prior") and (unit in ("s", "m", "h") or not _clause_ends(match.after())):
        return None
    backwards = direction in ("published", "before")
    anchor = "narrative" if direction in ("before", "after") else "published"
    shift = None if amount is None else -amount if backwards else amount
    rel = None if shift is not None else "past" if backwards else "future"
    return Moment(kind="date", shift=shift, unit=unit, rel=rel, anchor=anchor)  # type: ignore[arg-type]


def on_this_day(match: Match) -> Moment | None:
    """ "A year ago today", "two years ago this week": the day, week or month so long before the report's."""
    length, base = match.moment("long"), match.moment("base")
    if length is None or base is None or length.amount is None or length.rel is not None or not length.unit:
        return None
    if match.value("ago", "AGO") != "published" or length.unit not in ("W", "M", "Y"):
        return None
    now = (base.shift == 0 and base.unit in (None, "D")) or base.rel == "this"
    if not now or base.anchor != "published":
        return None
    return Moment(kind="date", rel="on_this_day", shift=-length.amount, unit=length.unit, value=base.unit or "D")


def _clause_ends(node: Node | None) -> bool:
    return node is None or node.word.kind == "mark" or node.lower in ("and", "but", "when", "in", "at")


def compared(match: Match) -> Moment | None:
    """ "the year-ago quarter", "year-earlier": the same period a year before."""
    inner = match.moment("part")
    quarter_of = inner.quarter if inner is not None else None
    return Moment(kind="date", shift=-1, unit="Y", anchor="narrative", quarter=quarter_of, rel="compared")


def compared_months(match: Match) -> Moment | None:
    """ "the year-earlier nine months"."""
    amount, unit = match.number("num"), match.value("unit", "UNITS")
    return Moment(kind="duration", value=duration_value(amount, unit), amount=amount, unit=unit)


def reference(match: Match) -> Moment | None:
    """ "now", "recently", "the future": TIMEX3's three references."""
    words = words_of(match)
    if "future" in words:
        return Moment(kind="ref", value="FUTURE_REF")
    if "past" in words:
        return Moment(kind="ref", value="PAST_REF")
    value = match.value("word", "NOW") or match.value("word", "NOWADJ") or "PRESENT_REF"
    return Moment(kind="ref", value=value)
