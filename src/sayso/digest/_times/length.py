"""Makers of lengths of time and of what comes again: "three weeks", "every Friday"."""

from __future__ import annotations

from sayso.digest._times.near import HYPHENS, SYMBOLS, context, lower, titled, words_of
from sayso.digest._times.rules import Match, Node
from sayso.digest._times.timex import Moment, duration_value, value_of


def duration(match: Match) -> Moment | None:
    """ "three weeks", "the past two months", "a year and a half", "several days"."""
    unit = match.value("unit", "UNITS") or match.value("unit", "UNIT")
    words = words_of(match)
    lasting = match["rel"] is not None and words[0] == "last" and lower(match.before()) in context("verb_leads")
    if unit is None or lasting or _no_length(match, words):
        return None
    amount = _amount(match, words)
    if match["num"] is not None and (amount is None or amount > MOST):
        return None
    if match["half"] is not None:
        amount = 0.5 if words[0] == "half" else (amount or 0.0) + 0.5
    if amount == 0.5 and unit in HALVES:
        amount, unit = HALVES[unit]
    rel = _stretch(match, words)
    return Moment(kind="duration", value=duration_value(amount, unit), amount=amount, unit=unit, rel=rel)


#: Half a year is six months, half an hour thirty minutes …
HALVES = {"Y": (6.0, "M"), "h": (30.0, "m"), "E": (5.0, "Y"), "C": (50.0, "Y")}
#: Longest length of time that is taken for one, in its own unit.
MOST = 1e6


def _amount(match: Match, words: list[str]) -> float | None:
    """How many units; None where the words leave it open ("several")."""
    number = match.number("num")
    if match["some"] is not None:
        code = match.value("some", "SOMENUM")
        return float(code) if code != "X" else None
    if number is not None:
        return number
    if "couple" in words:
        return 2.0
    single = match.value("unit", "UNIT") and (words[0] in ("a", "an") or words[-1] == "long")
    return 1.0 if single else None


def _no_length(match: Match, words: list[str]) -> bool:
    """Titles, ages ("6-year-old") and fractions ("three-quarters", "quarters") are no lengths of time."""
    unit, after = match["unit"], match.after()
    if lower(match.before()) == ("as" if words[0] == "many" else "many"):  # "in as many years"
        return True
    if len(words) > 1 and titled(unit) and match.at and not _all_capitals(match):
        return True
    behind = (lower(after), lower(match.after(2)))
    if behind[0] == "old" or behind == ("of", "age") or (behind[0] in HYPHENS and behind[1] in ("old", "olds")):
        return True
    compound = behind[0] in HYPHENS and after is not None and unit is not None and after.start == unit.end
    if compound or (len(words) == 1 and titled(unit) and match.at and match.nodes[match.at - 1].word.kind != "mark"):
        return True
    if words[0] in ("a", "an") and len(words) == 2 and _rated(match.before()):
        return True
    if words[0] == "some" and len(words) == 2 and match.value("unit", "UNIT"):
        return True
    return lower(unit) == "quarters" and (len(words) == 1 or words[-2] in HYPHENS or lower(after) == "of")


def _rated(before: Node | None) -> bool:
    """Whether a rate is told: "$55 a night", "four flights a week"."""
    if before is None or before.moment is not None:
        return False
    word = before.lower
    plural = (
        before.word.kind == "word" and word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is"))
    )
    return before.word.kind == "number" or word in SYMBOLS or (plural and word not in context("not_plural"))


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


def recurring(match: Match) -> Moment | None:
    """ "every day", "each of the past three years", "twice a week", "Fridays", "daily"."""
    value = match.value("adv", "ADVSET") or _every(match) or _each_unit(match)
    return None if value is None else Moment(kind="set", value=value)


def _each_unit(match: Match) -> str | None:
    """ "every three weeks", "every other day", "per month"."""
    unit = match.value("unit", "UNIT") or match.value("unit", "UNITS")
    if unit is None:
        return None
    if match["every"] is not None and match["num"] is not None and match["rel"] is None:
        return duration_value(match.number("num"), unit)
    return duration_value(2.0 if match["other"] is not None else 1.0, unit)


def _every(match: Match) -> str | None:
    """ "every Friday", "Fridays", "Tuesday nights", "each July", "every morning"."""
    if match["days"] is not None:
        weekday = match.value("days", "WEEKDAYS")
        return f"XXXX-WXX-{weekday}" if weekday else f"XXXX-XX-XXT{match.value('days', 'PART')}"
    base = match.moment("base")
    if base is None or base.rel or base.shift is not None or base.year is not None:
        return None
    if match["parts"] is not None:
        return f"XXXX-WXX-{base.weekday}T{match.value('parts', 'PARTS')}" if base.weekday else None
    return value_of(base.changed(kind="set"))
