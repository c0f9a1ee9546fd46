"""Makers of years: which bare numbers are years, fiscal years, years before Christ, short years."""

from __future__ import annotations

from sayso.digest._times.near import HYPHENS, SYMBOLS, context, lower, named, whole
from sayso.digest._times.rules import Match, Node
from sayso.digest._times.timex import Moment


def spelled_year(match: Match) -> Moment | None:
    """ "2024" where it is a year; "nineteen ninety-six"; "the year two thousand"."""
    if match["teen"] is not None:
        teen, tens = whole(match, "teen"), whole(match, "tens")
        first = match["teen"]
        if teen is None or tens is None or first is None or tens < 10 or teen < 15:
            return None
        return Moment(kind="date", year=teen * 100 + tens)
    year = whole(match, "year")
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
    if named(before) and lower(before) in context("year_names"):
        return False
    if after is not None and (after.lower in SYMBOLS or (after.start == node.end and after.lower not in CLOSERS)):
        return False
    return _year_stands(match, int(node.word.value or 0))


#: Marks that may stand right behind a year.
CLOSERS = ".,;:)-–—]'\"”’?!'s′´`"


def _year_stands(match: Match, value: int) -> bool:
    """By the words: "in 2014", "the 2014 annexation"; but "about 2000 came", "2000 soldiers", "1520 square metres"."""
    before, after = match.before(), match.after()
    lead, plural = lower(before), _plural(after)
    common = plural and not named(after)
    if lead in context("year_leads"):
        return not (common and lead in ("of", "for", "by", "with"))
    if lead in context("count_leads"):
        return 1800 <= value <= 2100 and value % 100 != 0 and not plural
    if not 1700 <= value <= 2100 or not common:
        return 1700 <= value <= 2100
    led = before is not None and before.word.kind == "word" and named(before) and match.at > 1
    return value >= 1900 and (led or lead in ("the", "a", "an", "'s"))


def _plural(node: Node | None) -> bool:
    """Whether a word looks like a plural."""
    if node is None or node.word.kind != "word":
        return False
    return node.lower.endswith("s") and node.lower not in context("not_plural")


def _glued(before: Node, node: Node, earlier: Node | None) -> bool:
    """Whether the number hangs on a word or mark before it ("F-2000", "No.2000"); dashes between years do not count."""
    if before.end != node.start:
        return False
    if before.lower in HYPHENS | {"–", "/"} and earlier is not None and earlier.end == before.start:
        number = earlier.word.kind == "number" and earlier.word.plain
        return earlier.moment is None and not number and not earlier.word.raw.islower()
    return before.lower not in OPENERS


#: Marks that may stand right before a year.
OPENERS = frozenset(("(", "[", "-", "–", "—", "/", "'", "‘", '"', "“", ",", "."))


def era_year(match: Match) -> Moment | None:
    """ "490 BC", "AD 70"."""
    year = whole(match, "number") or whole(match, "year")
    if year is None or not 0 < year < 10000:
        return None
    return Moment(kind="date", year=year, bc=(match.value("era", "ERA") or 1) < 0)


def fiscal_year(match: Match) -> Moment | None:
    """ "fiscal 2024": the year of its name."""
    return Moment(kind="date", year=whole(match, "year"))


def short_year(match: Match) -> Moment | None:
    """ "'99": of the century that the story or the dateline is in."""
    node, mark = match["yy"], match["mark"]
    if node is None or mark is None or mark.end != node.start or len(node.word.raw) != 2:
        return None
    after = match.after()
    if after is not None and after.start == node.end and after.word.kind != "mark":
        return None
    return Moment(kind="date", rel="short", shift=node.word.value)


def year_end(_match: Match) -> Moment | None:
    """ "year-end": the last day of the year."""
    return Moment(kind="date", rel="this", unit="Y", month=12, day=31)
