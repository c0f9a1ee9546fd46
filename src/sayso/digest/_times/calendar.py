"""Makers of calendar dates: days, months, weekdays, seasons, quarters, feasts."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sayso.digest._times.feasts import rule_of, span_of
from sayso.digest._times.near import HYPHENS, context, lower, month_of, named, titled, whole
from sayso.digest._times.rules import Match, Node
from sayso.digest._times.timex import Moment


def day_exists(month: int, day: int, year: int | None) -> bool:
    try:
        return bool(date(year if year and year >= 1 else 2000, month, day))
    except ValueError:
        return False


def calendar(match: Match) -> Moment | None:
    """ "Monday, May 3, 2024", "3 May", "the 3rd of May"."""
    month, day, year = month_of(match), whole(match, "day"), whole(match, "year")
    if year is not None and year < 100:
        if year <= 31 and lower(match.after()) not in (")", "(", "]", "--", ""):
            return None
        year += 1900 if year > 50 else 2000
    if month is None or day is None or not day_exists(month, day, year):
        return None
    if year is None and not named(match["month"]) and (lower(match["month"]) == "may" or _is_one_more(match)):
        return None
    return Moment(kind="date", year=year, month=month, day=day)


def _is_one_more(match: Match) -> bool:
    """ "A second march" is no date."""
    day = match["day"]
    return lower(match["month"]) == "march" and day is not None and day.word.raw.isalpha()


def iso(match: Match) -> Moment | None:
    """ "2024-05-03", "2024-05-03T10:00Z", "5/3/2024" (American), "03.05.2024"."""
    node = match["whole"]
    raw = "" if node is None else node.word.raw
    try:
        if "/" in raw:
            day = _slashed(raw)
        elif "." in raw:
            day = datetime.strptime(raw, "%d.%m.%Y").date()
        elif "T" in raw:
            moment = datetime.fromisoformat(raw)
            offset = moment.utcoffset()
            zone = None if offset is None else int(offset.total_seconds() // 60)
            made = Moment(kind="time", year=moment.year, month=moment.month, day=moment.day, zone=zone)
            return made.changed(clock=raw.partition("T")[2][:5])
        else:
            day = date.fromisoformat(raw)
    except ValueError:
        return None
    return Moment(kind="date", year=day.year, month=day.month, day=day.day)


def _slashed(raw: str) -> date:
    first, second, year = (int(part) for part in raw.split("/"))
    if year < 100:
        year += 1900 if year > 50 else 2000
    return date(year, second, first) if first > 12 else date(year, first, second)


def range_day(match: Match) -> Moment | None:
    """The "3" of "3-5 May": the maker of the first day; the rest is found again as a date of its own."""
    return calendar(match)


def month_year(match: Match) -> Moment | None:
    """ "May 2024", "May of 2024", "May '24"; no "they march 2014 miles"."""
    year = whole(match, "year")
    if lower(match["month"]) in DOUBLE and not named(match["month"]):
        return None
    if year is not None and year < 100:
        year += 1900 if year > 50 else 2000
    return Moment(kind="date", year=year, month=month_of(match))


#: Months that are other words too.
DOUBLE = frozenset(("may", "march", "august"))
#: Words behind which they are months, whatever follows ("those who were taken in May have been freed").
DATING = frozenset(("in", "since"))


def month(match: Match) -> Moment | None:
    """A month alone; "may" and "march" only where the words around make them months."""
    node = match["month"]
    if node is None or not named(node):
        return None
    if node.lower in DOUBLE:
        before, after = match.before(), match.after()
        led = before is not None and (before.lower in context("month_leads") or before.lower in ("-", ","))
        if node.lower != "august" and not led:
            return None
        wish = "wish_followers" if lower(before) in ("-", ",") else "verb_followers"
        if after is not None and after.lower in context(wish) and lower(before) not in DATING:
            return None
    return Moment(kind="date", month=month_of(match))


def weekday(match: Match) -> Moment | None:
    """ "Sunday" """
    return Moment(kind="date", weekday=match.value("weekday", "WEEKDAY"))


def deictic_day(match: Match) -> Moment | None:
    """ "today", "yesterday", "tomorrow"; "Kyiv Today" is a name."""
    before = match.before()
    if titled(match["word"]) and before is not None and before.word.kind == "word" and _title_like(before):
        return None
    return Moment(kind="date", shift=match.value("word", "TODAY"), unit="D")


def _title_like(node: Node) -> bool:
    return node.word.raw[:1].isupper() and node.end > node.start + 1


def beyond_day(match: Match) -> Moment | None:
    """ "the day before yesterday"."""
    return Moment(kind="date", shift=2 * match.value("word", "TODAY"), unit="D")


def decade(match: Match) -> Moment | None:
    """ "the 1990s", "the '80s", "the nineties", "the 470s BC"."""
    era = match.value("era", "ERA")
    if match["word"] is not None:
        return Moment(kind="date", decade=match.value("word", "DEC"))
    year = whole(match, "year")
    if year is None:
        short = whole(match, "yy")
        mark = match["mark"]
        if short is None or short % 10 or mark is None:
            return None
        return Moment(kind="date", decade=(1900 + short if short >= 20 else 2000 + short) // 10)
    if year % 10:
        return None
    return Moment(kind="date", decade=year // 10, bc=(era or 1) < 0)


def century(match: Match) -> Moment | None:
    """ "the 20th century", "the fourth century BC"."""
    number = whole(match, "ord")
    if number is None or not 0 < number < 100:
        return None
    return Moment(kind="date", century=number - 1, bc=(match.value("era", "ERA") or 1) < 0)


def quarter(match: Match) -> Moment | None:
    """ "the third quarter"."""
    return Moment(kind="date", quarter=whole(match, "ord"))


def half_year(match: Match) -> Moment | None:
    """ "the first half of 2024", "the latter half of the year"."""
    half = whole(match, "ord") or match.value("ord", "HALFORD")
    return Moment(kind="date", half=half, year=whole(match, "year")) if half in (1, 2) else None


def season(match: Match) -> Moment | None:
    """ "the winter of 1994", "summer"; "fall" and "spring" only where they are no verbs."""
    year = whole(match, "year")
    if year is None and lower(match["season"]) in ("fall", "spring", "falls"):
        before, after = match.before(), match.after()
        if before is None or before.lower not in context("month_leads") | {"the", "a", "past", "coming"}:
            return None
        if (
            before.lower in ("to", "and", "of", "the", "a")
            and after is not None
            and after.lower in ("in", "to", "of", "by")
        ):
            return None
    return Moment(kind="date", season=match.value("season", "SEASON"), year=year)


def feast(match: Match) -> Moment | None:
    """ "Christmas 1914", "Easter Sunday", "New Year's Eve", "Orthodox Easter", "Eid al-Fitr", "Ramadan"."""
    year, first = match["year"], match.nodes[match.at]
    words = [node for node in match.nodes[match.at : match.until] if year is None or node.start < year.start]
    names = [n.lower for n in words if n.lower not in HYPHENS and n.lower not in (",", "of", "in")]
    eve = len(names) > 1 and names[-1] == "eve" and rule_of(" ".join(names)) is None
    name = " ".join(names[:-1] if eve else names)
    rule = rule_of(name)
    if rule is None or (len(names) > 1 and not named(first)):
        return None
    return Moment(
        kind="date",
        year=whole(match, "year"),
        rel="feast",
        value=rule,
        shift=-1.0 if eve else None,
        span=span_of(name) if not eve else 1,
    )


def eve(match: Match) -> Moment | None:
    """ "the eve of Easter", "the eve of May 9": the day before."""
    base = match.moment("base")
    if base is None or base.kind != "date":
        return None
    if base.rel == "feast" and base.shift is None:
        return base.changed(shift=-1.0, span=1)
    if base.month is None or base.day is None or base.rel is not None or base.shift is not None:
        return None
    day = date(base.year or 2001, base.month, base.day) - timedelta(days=1)
    year = None if base.year is None else day.year
    return base.changed(year=year, month=day.month, day=day.day, weekday=None)


def of_feast(match: Match) -> Moment | None:
    """ "the first day of Eid", "the last week of Ramadan", "the start of Passover"."""
    base, long = match.moment("base"), 7 if lower(match["unit"]) == "week" else 1
    if base is None or base.rel != "feast" or base.shift is not None:
        return None
    span, which = base.span or 1, whole(match, "ord")
    edge = match.value("edge", "EDGE")
    last = edge == "END" or (match["ord"] is not None and which is None)
    if edge == "MID" or (last and span <= long) or (which is not None and which * long > max(span, 4)):
        return None
    first = span - long if last else ((which or 1) - 1) * long
    return base.changed(shift=float(first), span=long)
