"""Makers: from the parts that a rule has matched to a moment, or to None where the words mean something else."""

from __future__ import annotations

from datetime import date, datetime

from sayso.digest._timex import Moment, duration_value, unit_of
from sayso.digest._timex_rules import Maker, Match, Node

#: Words after which a bare four-digit number is a year, or before which a bare month or season name is one.
LEADS = frozenset(
    "in since by until till from of during before after through to and between for early late mid over last next this "
    "around about circa the that year or summer spring autumn fall winter than as ended ending".split()
)
HYPHENS = frozenset("-‐‑")
SYMBOLS = frozenset("$€£¥#%+=*°§/")
MONTH_LEADS = LEADS - {"the", "than", "or", "over", "to", "as", "year"} | {"each", "every", "ended", "ending", "late"}


def _month(match: Match) -> int | None:
    found = match.value("month", "MONTH") or match.value("month", "MABBR")
    return found if isinstance(found, int) else None


def _int(match: Match, name: str) -> int | None:
    number = match.number(name)
    return int(number) if number is not None and number < 1e9 else None


def _lower(node: Node | None) -> str:
    return "" if node is None else node.lower


def calendar(match: Match) -> Moment | None:
    """"Monday, May 3, 2024", "3 May", "the 3rd of May"."""
    month, day, year = _month(match), _int(match, "day"), _int(match, "year")
    if year is not None and year < 100:
        if year <= 31 and _lower(match.after()) not in (")", "(", "]", "--", ""):
            return None
        year += 1900 if year > 50 else 2000
    if month is None or day is None or not _day_exists(month, day, year):
        return None
    if year is None and _lower(match["month"]) == "may" and not _named(match["month"]):
        return None
    return Moment(kind="date", year=year, month=month, day=day)


def _day_exists(month: int, day: int, year: int | None) -> bool:
    try:
        return bool(date(year if year and year >= 1 else 2000, month, day))
    except ValueError:
        return False


def _named(node: Node | None) -> bool:
    """Whether a word is written as a name."""
    return node is not None and node.word.raw[:1].isupper()


def iso(match: Match) -> Moment | None:
    """"2024-05-03", "2024-05-03T10:00Z", "5/3/2024" (American), "03.05.2024"."""
    node = match["whole"]
    raw = "" if node is None else node.word.raw
    try:
        if "/" in raw:
            day = _slashed(raw)
        elif "." in raw:
            day = datetime.strptime(raw, "%d.%m.%Y").date()  # noqa: DTZ007
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
    """"May 2024", "May of 2024", "May '24"."""
    year = _int(match, "year")
    if year is not None and year < 100:
        year += 1900 if year > 50 else 2000
    return Moment(kind="date", year=year, month=_month(match))


def month(match: Match) -> Moment | None:
    """A month alone; "may" and "march" only where the words around make them months."""
    node = match["month"]
    if node is None or not _named(node):
        return None
    if node.lower in ("may", "march", "august"):
        before, after = match.before(), match.after()
        led = before is not None and (before.lower in MONTH_LEADS or before.lower in ("-", ","))
        if node.lower != "august" and not led:
            return None
        if after is not None and after.lower in ("be", "have", "not"):
            return None
    return Moment(kind="date", month=_month(match))


def weekday(match: Match) -> Moment | None:
    """"Sunday" """
    return Moment(kind="date", weekday=match.value("weekday", "WEEKDAY"))


def deictic_day(match: Match) -> Moment | None:
    """"today", "yesterday", "tomorrow"; "VOA Today" is a name."""
    before = match.before()
    if _title(match["word"]) and before is not None and before.word.kind == "word" and _title_like(before):
        return None
    return Moment(kind="date", shift=match.value("word", "TODAY"), unit="D")


def _title_like(node: Node) -> bool:
    return node.word.raw[:1].isupper() and node.end > node.start + 1


def beyond_day(match: Match) -> Moment | None:
    """"the day before yesterday"."""
    return Moment(kind="date", shift=2 * match.value("word", "TODAY"), unit="D")


def spelled_year(match: Match) -> Moment | None:
    """"2024" where it is a year; "nineteen ninety-six"; "the year two thousand"."""
    if match["teen"] is not None:
        teen, tens = _int(match, "teen"), _int(match, "tens")
        first = match["teen"]
        if teen is None or tens is None or first is None or tens < 10 or teen < 15:
            return None
        return Moment(kind="date", year=teen * 100 + tens)
    year = _int(match, "year")
    if match["yy"] is not None:
        return _second_year(match)
    if year is None or not 1000 <= year <= 2199:
        return None
    if match.until - match.at > 1:
        return Moment(kind="date", year=year)
    return Moment(kind="date", year=year) if _bare_year(match) else None


def _second_year(match: Match) -> Moment | None:
    """The "18" of "1914-18"."""
    first, second = match.before(2), match["yy"]
    if first is None or second is None or first.word.value is None or second.word.value is None:
        return None
    year = int(first.word.value) // 100 * 100 + int(second.word.value)
    touching = match.nodes[match.at - 1].end == second.start and match.nodes[match.at - 1].start == first.end
    return Moment(kind="date", year=year) if touching and year > first.word.value else None


def _bare_year(match: Match) -> bool:
    """Whether a four-digit number that stands alone is a year, by the words on both sides."""
    before, after, node = match.before(), match.after(), match["year"]
    if node is None or (before is not None and (before.lower in SYMBOLS or _glued(before, node, match.before(2)))):
        return False
    if after is not None and (after.lower in SYMBOLS or (after.start == node.end and after.lower not in ".,;:)-–—]'\"”’?!'s′´`")):
        return False
    value = node.word.value or 0
    lead = "" if before is None else before.lower
    counted = after is not None and after.word.kind == "word" and after.lower.endswith("s") and after.lower not in NOT_PLURAL
    if lead in STRONG_LEADS:
        return not (counted and lead in ("of", "for", "by", "with") and after is not None and not _named(after))
    if not 1500 <= value <= 2100 or lead in BOUNDS:
        return False
    if not counted or (after is not None and _named(after)):
        return True
    led = before is not None and before.word.kind == "word" and before.word.raw[:1].isupper() and match.at > 1
    return value >= 1900 and (led or lead in ("the", "a", "an", "'s"))


#: Words before a count: "some 2000 …" is no year.
BOUNDS = frozenset("about around some nearly almost approximately roughly over than least most another".split())
NOT_PLURAL = frozenset("was is has as this its his us does yes plus always whereas perhaps versus thus besides".split())
STRONG_LEADS = frozenset("in since until till during before after through of from by early late mid summer spring fall winter".split())


def _glued(before: Node, node: Node, earlier: Node | None) -> bool:
    """Whether the number hangs on a word or mark before it ("F-2000", "No.2000"), but for dashes between years and (."""
    if before.end == node.start and before.lower in HYPHENS | {"–", "/"} and earlier is not None and earlier.end == before.start:
        return earlier.moment is None and (earlier.word.kind != "number" or not earlier.word.plain) and not earlier.word.raw.islower()
    return before.end == node.start and before.lower not in ("(", "[", "-", "–", "—", "/", "'", "‘", '"', "“", ",", ".")


def era_year(match: Match) -> Moment | None:
    """"490 BC", "AD 70"."""
    year = _int(match, "number") or _int(match, "year")
    if year is None or not 0 < year < 10000:
        return None
    return Moment(kind="date", year=year, bc=(match.value("era", "ERA") or 1) < 0)


def decade(match: Match) -> Moment | None:
    """"the 1990s", "the '80s", "the nineties", "the 470s BC"."""
    era = match.value("era", "ERA")
    if match["word"] is not None:
        return Moment(kind="date", decade=match.value("word", "DEC"))
    year = _int(match, "year")
    if year is None:
        short = _int(match, "yy")
        mark = match["mark"]
        if short is None or short % 10 or mark is None:
            return None
        return Moment(kind="date", decade=(1900 + short if short >= 20 else 2000 + short) // 10)
    if year % 10:
        return None
    return Moment(kind="date", decade=year // 10, bc=(era or 1) < 0)


def century(match: Match) -> Moment | None:
    """"the 20th century", "the fourth century BC"."""
    number = _int(match, "ord")
    if number is None or not 0 < number < 100:
        return None
    return Moment(kind="date", century=number - 1, bc=(match.value("era", "ERA") or 1) < 0)


def quarter(match: Match) -> Moment | None:
    """"the third quarter"."""
    return Moment(kind="date", quarter=_int(match, "ord"))


def half_year(match: Match) -> Moment | None:
    """"the first half of 2024", "the latter half of the year"."""
    half = _int(match, "ord") or match.value("ord", "HALFORD")
    return Moment(kind="date", half=half, year=_int(match, "year")) if half in (1, 2) else None


def fiscal_year(match: Match) -> Moment | None:
    """"fiscal 2024": the year of its name."""
    return Moment(kind="date", year=_int(match, "year"))


def season(match: Match) -> Moment | None:
    """"the winter of 1994", "summer"; "fall" and "spring" only where they are no verbs."""
    year = _int(match, "year")
    if year is None and _lower(match["season"]) in ("fall", "spring", "falls"):
        before, after = match.before(), match.after()
        if before is None or before.lower not in MONTH_LEADS | {"the", "a", "past", "coming"}:
            return None
        if before.lower in ("to", "and", "of", "the", "a") and after is not None and after.lower in ("in", "to", "of", "by"):
            return None
    return Moment(kind="date", season=match.value("season", "SEASON"), year=year)


def feast(match: Match) -> Moment | None:
    """"Christmas 1914", "Easter Sunday", "New Year's Eve"."""
    words = [node.lower for node in match.nodes[match.at : match.until]]
    year = _int(match, "year")
    if words[0] == "new":
        eve = words[-1] == "eve"
        return Moment(kind="date", month=12 if eve else 1, day=31 if eve else 1) if _named(match.nodes[match.at]) else None
    fixed = match.value("feast", "FEAST")
    back = -1 if "eve" in words else 0
    if fixed:
        return Moment(kind="date", year=year, month=int(fixed[:2]), day=int(fixed[3:]) + back)
    rule = match.value("feast", "MOVABLE")
    if words[-1] == "monday" and rule == "E+0":
        rule = "E+1"
    return Moment(kind="date", year=year, rel="feast", value=rule)


def clock(match: Match) -> Moment | None:
    """"10:35 a.m. EST", "5 p.m.", "5 o'clock", "0530 GMT"."""
    zone = match.value("zone", "ZONE")
    minutes = "" if match["clock"] is None else match["clock"].word.raw
    if minutes:
        hour, _, rest = minutes.partition(":")
        rest = rest[:2]
    elif match["hhmm"] is not None:
        raw = match["hhmm"].word.raw
        hour, rest = raw[:2], raw[2:]
    else:
        hour, rest = str(_int(match, "hour") or 0), ""
    ampm = match.value("ampm", "AMPM")
    if minutes and ampm is None and zone is None and not _clock_stands(match):
        return None
    if match["daypart"] is not None:
        ampm = "am" if _lower(match["daypart"]) == "morning" else "pm"
    number = _hour(int(hour), ampm)
    if number is None:
        return None
    return Moment(kind="time", clock=f"{number:02d}:{rest or '00'}", zone=zone)


def _clock_stands(match: Match) -> bool:
    """Whether a bare "5:30" is a time of day and no score or verse."""
    before, after = match.before(), match.after()
    return _lower(before) in ("at", "by", "until", "from", "around", "about", "to", "before", "after", "since") or _lower(
        after
    ) in ("on", "local", "in")


def _hour(hour: int, ampm: str | None) -> int | None:
    if ampm is None:
        return hour if hour <= 24 else None
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if ampm == "pm" else 0)


def point(match: Match) -> Moment | None:
    """"noon", "midnight"."""
    return Moment(kind="time", clock=match.value("word", "POINT"), zone=match.value("zone", "ZONE"))


def _title(node: Node | None) -> bool:
    """Whether a common word is written as part of a title ("60 Minutes", "This Week")."""
    return node is not None and node.word.raw[:1].isupper() and node.word.raw[1:].islower()


def relative_unit(match: Match) -> Moment | None:
    """"last week", "this quarter", "the following year", "that day"."""
    words = [node.lower for node in match.nodes[match.at : match.until]]
    unit = match.value("unit", "UNIT") or match.value("unit", "PERIOD")
    if "after" in words or words[-2:] == ["before", "last"]:
        return Moment(kind="date", shift=2 if "after" in words else -2, unit=unit)
    if unit in ("s", "m", "h", "P") or (_title(match["unit"]) and match.until - match.at > 1):
        return None
    rel = _relation(words)
    if rel == "past" and unit not in ("WE", "Q"):
        return Moment(kind="duration", value=duration_value(1, unit), unit=unit, amount=1, rel="past")
    named = {"next": "next", "last": "last", "past": "last", "coming": "next", "upcoming": "next", "current": "this"}
    narrative = rel in ("previous", "preceding", "following", "subsequent", "succeeding", "ensuing", "that")
    if words[0] == "the" and rel == "next":
        narrative = True
    if rel in ("previous", "preceding"):
        rel = "last"
    elif narrative and rel != "that":
        rel = "next"
    return Moment(kind="date", rel=named.get(rel, rel), unit=unit, anchor="narrative" if narrative else "published")


def _relation(words: list[str]) -> str:
    """The word that relates: "this past" is "past", "that same" is "that", "the same" is "that"."""
    known = [w for w in words[:-1] if w not in ("the", "very", "fiscal", "financial", "calendar", "full")]
    if not known or "that" in known or "same" in known:
        return "that"
    return known[-1] if known[-1] in ("past", "coming") else known[0]


def relative_named(match: Match) -> Moment | None:
    """"last Friday", "this September", "the following spring"."""
    base = match.moment("base")
    if base is None or base.kind != "date" or base.shift is not None or base.year is not None or base.rel not in (None, "feast"):
        return None
    rel = _relation([node.lower for node in match.nodes[match.at : match.until]])
    narrative = rel in ("previous", "preceding", "following", "subsequent", "that")
    rel = {"past": "last", "coming": "next", "upcoming": "next", "current": "this", "previous": "last",
           "preceding": "last", "following": "next", "subsequent": "next"}.get(rel, rel)  # fmt: skip
    if rel not in ("this", "that", "last", "next"):
        return None
    if base.rel == "feast":
        return base.changed(unit=rel)
    return base.changed(rel=rel, anchor="narrative" if narrative else "published")


def part(match: Match) -> Moment | None:
    """"tonight", "last night", "the next morning", "yesterday evening"."""
    words = [node.lower for node in match.nodes[match.at : match.until]]
    if words[0] == "tonight":
        return Moment(kind="time", shift=0, unit="D", part="NI")
    if words[0] == "overnight":
        return Moment(kind="time", shift=0, unit="D", part="NI", rel="overnight")
    code = match.value("part", "PART")
    if _lower(match.before()) == "good" or (words[0] == "noon" and _lower(match.before()) == "high"):
        return None
    deictic = match.value("rel", "TODAY")
    if deictic is not None:
        return Moment(kind="time", shift=deictic, unit="D", part=code)
    rel = _relation([w for w in words if w not in ("early", "late", "hours", "hour")]) if match["rel"] is not None else None
    if rel is None and words[0] != "that":
        return Moment(kind="time", part=code)
    if rel == "this":
        return Moment(kind="time", shift=0, unit="D", part=code)
    if rel == "last" and words[0] == "last":
        return Moment(kind="time", shift=-1, unit="D", part=code)
    shift = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(rel or "", 0)
    return Moment(kind="time", shift=shift, unit="D", part=code, anchor="narrative")


def duration(match: Match) -> Moment | None:
    """"three weeks", "the past two months", "a year and a half", "several days"."""
    unit = match.value("unit", "UNITS") or match.value("unit", "UNIT")
    words = [node.lower for node in match.nodes[match.at : match.until]]
    if unit is None or _no_length(match, words):
        return None
    amount: float | None = match.number("num")
    if match["some"] is not None:
        code = match.value("some", "SOMENUM")
        amount = float(code) if code != "X" else None
        if words[0] == "some" and len(words) == 2 and match.value("unit", "UNIT"):
            return None
    elif amount is None and "couple" in words:
        amount = 2.0
    elif amount is None and match.value("unit", "UNIT"):
        amount = 1.0 if words[0] in ("a", "an") or words[-1] == "long" else None
    if match["num"] is not None and (amount is None or amount % 1 not in (0, 0.5) and amount > 1000):
        return None
    if match["half"] is not None:
        amount = 0.5 if words[0] == "half" else (amount or 0.0) + 0.5
    if amount == 0.5 and unit in ("Y", "h", "E", "C"):
        amount, unit = {"Y": (6.0, "M"), "h": (30.0, "m"), "E": (5.0, "Y"), "C": (50.0, "Y")}[unit]
    rel = _stretch(match, words)
    return Moment(kind="duration", value=duration_value(amount, unit), amount=amount, unit=unit, rel=rel)


def _no_length(match: Match, words: list[str]) -> bool:
    """Titles, ages ("6-year-old") and fractions ("three-quarters", "quarters") are no lengths of time."""
    unit, after = match["unit"], match.after()
    if len(words) > 1 and _title(unit) and match.at and not _all_capitals(match):
        return True
    if _lower(after) == "old" or (_lower(after) in HYPHENS and _lower(match.after(2)) in ("old", "olds")):
        return True
    if _lower(after) == "of" and _lower(match.after(2)) == "age":
        return True
    if words[0] in ("a", "an") and len(words) == 2 and _rated(match.before()):
        return True
    return _lower(unit) == "quarters" and (len(words) == 1 or words[-2] in HYPHENS or _lower(after) == "of")


def _rated(before: Node | None) -> bool:
    """Whether a rate is told: "$55 a night", "four flights a week"."""
    if before is None or before.moment is not None:
        return False
    lower = before.lower
    plural = before.word.kind == "word" and lower.endswith("s") and len(lower) > 3 and not lower.endswith(("ss", "us", "is"))
    return before.word.kind == "number" or lower in SYMBOLS or (plural and lower not in NOT_PLURAL)


def _all_capitals(match: Match) -> bool:
    return all(node.word.raw.isupper() for node in match.nodes[match.at : match.until] if node.word.kind == "word")


def _stretch(match: Match, words: list[str]) -> str | None:
    """Whether a duration leans on now: the past three days, the next two weeks."""
    if match["rel"] is None:
        return None
    rel = match["rel"].lower
    if rel in ("last", "past") or (rel == "previous" and words[0] != "the"):
        return "past"
    return "coming" if rel in ("next", "coming") else None


def bare_unit(match: Match) -> Moment | None:
    """"the quarter", "the year", "the day": the one that is spoken of."""
    unit = match.value("unit", "UNIT")
    if unit is None or unit in ("s", "m", "h", "E", "C", "F", "L") or _title(match["unit"]):
        return None
    if unit == "Y" and _lower(match.after()) in ("ended", "ending"):
        return Moment(kind="duration", value="P1Y", amount=1.0, unit="Y")
    if unit in ("WE", "Y"):
        return Moment(kind="date", rel="that", unit=unit)
    if unit == "D" and _lower(match.after()) in ("of", "when", "that", "before", "after"):
        return Moment(kind="date", unit="D")
    return Moment(kind="date", rel="that", unit=unit, anchor="narrative")


def recurring(match: Match) -> Moment | None:
    """"every day", "each of the past three years", "twice a week", "Fridays", "daily"."""
    adverb = match.value("adv", "ADVSET")
    if adverb:
        return Moment(kind="set", value=adverb)
    base = match.moment("base") or (Moment(kind="set", weekday=match.value("days", "WEEKDAYS")) if match["days"] else None)
    if match["parts"] is not None and base is not None:
        if base.weekday is None or base.rel:
            return None
        return Moment(kind="set", value=f"XXXX-WXX-{base.weekday}T{match.value('parts', 'PARTS')}")
    if base is not None:
        return _every(base, match)
    unit = match.value("unit", "UNIT") or match.value("unit", "UNITS")
    if unit is None:
        return None
    amount = 2.0 if match["other"] is not None else 1.0
    if match["every"] is not None and match["num"] is not None and match["rel"] is None and "of" not in _words(match):
        amount = match.number("num") or 0.0
        return Moment(kind="set", value=duration_value(amount or None, unit))
    return Moment(kind="set", value=duration_value(amount, unit))


def _words(match: Match) -> list[str]:
    return [node.lower for node in match.nodes[match.at : match.until]]


def _every(base: Moment, match: Match) -> Moment | None:
    if base.weekday is not None:
        return Moment(kind="set", value=f"XXXX-WXX-{base.weekday}")
    if match["days"] is not None and match.value("days", "PART"):
        return Moment(kind="set", value=f"XXXX-XX-XXT{match.value('days', 'PART')}")
    if base.part:
        return Moment(kind="set", value=f"XXXX-XX-XXT{base.part}")
    if base.month is not None and base.day is None:
        return Moment(kind="set", value=f"XXXX-{base.month:02d}")
    if base.month is not None:
        return Moment(kind="set", value=f"XXXX-{base.month:02d}-{base.day:02d}")
    if base.season is not None:
        return Moment(kind="set", value=f"XXXX-{base.season}")
    return Moment(kind="set", value=f"XXXX-Q{base.quarter}") if base.quarter is not None else None


def ago(match: Match) -> Moment | None:
    """"two weeks ago", "a year earlier", "three days later"."""
    direction = match.value("ago", "AGO") or "later"
    length = match.moment("long")
    unit = match.value("unit", "UNIT") if length is None else length.unit
    amount = 1.0 if length is None else length.amount
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


def _clause_ends(node: Node | None) -> bool:
    return node is None or node.word.kind == "mark" or node.lower in ("and", "but", "when", "in", "at")


def compared(match: Match) -> Moment | None:
    """"the year-ago quarter", "year-earlier": the same period a year before."""
    inner = match.moment("part")
    quarter_of = inner.quarter if inner is not None else None
    return Moment(kind="date", shift=-1, unit="Y", anchor="narrative", quarter=quarter_of, rel="compared")


def compared_months(match: Match) -> Moment | None:
    """"the year-earlier nine months"."""
    amount, unit = match.number("num"), match.value("unit", "UNITS")
    return Moment(kind="duration", value=duration_value(amount, unit), amount=amount, unit=unit)


def week_of(match: Match) -> Moment | None:
    """"the week of March 6"."""
    base = match.moment("base")
    return None if base is None or base.rel or base.shift is not None else base.changed(unit="W")


def week_of_month(match: Match) -> Moment | None:
    """"the last week of August", "the second week of May 2024"."""
    base, number = match.moment("base"), _int(match, "ord")
    if base is None or base.month is None or base.rel or base.shift is not None:
        return None
    if number is None and _lower(match["ord"]) not in ("last", "final"):
        return None
    return base.changed(rel="weekof", shift=float(number or -1), unit="W")


def short_year(match: Match) -> Moment | None:
    """"'99": of the century that the story or the dateline is in."""
    node, mark = match["yy"], match["mark"]
    if node is None or mark is None or mark.end != node.start or len(node.word.raw) != 2:
        return None
    after = match.after()
    if after is not None and after.start == node.end and after.word.kind != "mark":
        return None
    return Moment(kind="date", rel="short", shift=node.word.value)


def clock_day(match: Match) -> Moment | None:
    """"10 p.m. Wednesday", "Friday at noon", "4 in the morning"."""
    clock_moment, base, daypart = match.moment("clock"), match.moment("base"), match.moment("part")
    if clock_moment is None or (base is not None and (base.kind != "date" or not _is_day(base))):
        return None
    hour = int((clock_moment.clock or "0")[:2])
    if daypart is not None and daypart.part in ("AF", "EV", "NI") and hour < 12:
        clock_moment = clock_moment.changed(clock=f"{hour + 12:02d}{(clock_moment.clock or '')[2:]}")
    if base is None and daypart is not None:
        base = daypart
    if base is None:
        return None
    return base.changed(kind="time", clock=clock_moment.clock, zone=clock_moment.zone, part=None)


def _is_day(moment: Moment) -> bool:
    return moment.unit in ("D", "feast") or moment.day is not None or moment.weekday is not None or moment.rel == "feast"


def clock_city(match: Match) -> Moment | None:
    """"18:00 Moscow time", "10 a.m. local time"."""
    base = match.moment("clock")
    return None if base is None else base.changed(zone=match.value("city", "CITYZONE"))


def part_day(match: Match) -> Moment | None:
    """"Saturday night", "the morning of 31 January"."""
    base, daypart = match.moment("base"), match.moment("part")
    if base is None or base.kind != "date" or not _is_day(base):
        return None
    if daypart is not None and (daypart.shift is not None or daypart.rel is not None):
        return None
    return base.changed(kind="time", part=daypart.part if daypart is not None else "NI")


def within(match: Match) -> Moment | None:
    """"the third quarter of last year", "January this year", "next year's first quarter"."""
    inner, outer = match.moment("part"), match.moment("base")
    if outer is None or outer.kind != "date" or outer.edge:
        return None
    if inner is None:
        half = _int(match, "ord") or match.value("ord", "HALFORD")
        if half not in (1, 2):
            return None
        if unit_of(outer) != "Y" or outer.unit not in (None, "Y"):
            return outer.changed(edge="START" if half == 1 else "END")
        inner = Moment(kind="date", half=half)
    if inner.season and inner.rel == "that":
        inner = inner.changed(rel=None, anchor="published")
    if inner.year is not None or inner.rel or inner.shift is not None or (inner.weekday and not inner.day):
        return _weekday_within(inner, outer)
    if outer.unit not in (None, "Y") or unit_of(outer) != "Y":
        return None
    return inner.changed(year=outer.year, bc=outer.bc, rel=outer.rel, shift=outer.shift, unit=outer.unit, anchor=outer.anchor)


def _weekday_within(inner: Moment, outer: Moment) -> Moment | None:
    """"Friday last week"."""
    if inner.weekday and not inner.day and not inner.rel and outer.unit == "W" and outer.year is None:
        return outer.changed(weekday=inner.weekday)
    return None


def edge(match: Match) -> Moment | None:
    """"early 2024", "the end of May", "later this week"."""
    base = match.moment("base")
    if base is None or base.kind not in ("date", "time"):
        return None
    node = match["edge"]
    if node is None:
        return base
    lower = node.lower
    if base.unit == "D" and "in" in _words(match):
        return None
    if lower in ("earlier", "later") and base.unit == "D" and base.anchor == "narrative" and base.shift not in (None, 0):
        return None
    return base.changed(edge=EDGES.get(lower, "END"))


EDGES = {
    "early": "START", "earlier": "START", "start": "START", "beginning": "START", "outset": "START", "onset": "START",
    "mid": "MID", "middle": "MID", "midst": "MID", "midpoint": "MID",
}  # fmt: skip


def keep(match: Match) -> Moment | None:
    """The moment of the base, in more words; "over the past week" and "around Sunday's vote" add none."""
    base, words = match.moment("base"), _words(match)
    begun = "" if match["base"] is None else match["base"].lower
    if words[0] in ("over", "under") and (begun in ("the", "past", "last", "next") or (base is not None and base.rel)):
        return None
    if words[0] in ("around", "about", "some") and base is not None and base.weekday is not None and base.day is None:
        return None
    return base


def year_end(match: Match) -> Moment | None:
    """"year-end": the last day of the year."""
    return Moment(kind="date", rel="this", unit="Y", month=12, day=31)


def reference(match: Match) -> Moment | None:
    """"now", "recently", "the future": TIMEX3's three references."""
    words = _words(match)
    if "future" in words:
        return Moment(kind="ref", value="FUTURE_REF")
    if "past" in words:
        return Moment(kind="ref", value="PAST_REF")
    value = match.value("word", "NOW") or match.value("word", "NOWADJ") or "PRESENT_REF"
    return Moment(kind="ref", value=value)


MAKERS: dict[str, Maker] = {
    "calendar": calendar, "iso": iso, "range_day": range_day, "month_year": month_year, "month": month,
    "weekday": weekday, "deictic_day": deictic_day, "beyond_day": beyond_day, "spelled_year": spelled_year,
    "era_year": era_year, "decade": decade, "century": century, "quarter": quarter, "half_year": half_year,
    "fiscal_year": fiscal_year, "season": season, "feast": feast, "clock": clock, "point": point,
    "relative_unit": relative_unit, "relative_named": relative_named, "part": part, "duration": duration,
    "bare_unit": bare_unit, "set": recurring, "ago": ago, "clock_day": clock_day, "clock_city": clock_city,
    "part_day": part_day, "within": within, "edge": edge, "keep": keep, "year_end": year_end, "reference": reference,
    "compared": compared, "compared_months": compared_months, "week_of": week_of, "week_of_month": week_of_month, "short_year": short_year,
}  # fmt: skip
