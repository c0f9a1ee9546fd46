"""All makers by the names that `codebook/times_rules.toml` calls them by.

A maker takes the parts that a rule has matched and gives a moment, or None where the words mean something else.
"""

from __future__ import annotations

from sayso.digest._times import calendar, join, length, relative, year
from sayso.digest._times.rules import Maker

MAKERS: dict[str, Maker] = {
    name: getattr(module, name)
    for module, names in (
        (
            calendar,
            (
                "calendar",
                "iso",
                "range_day",
                "month_year",
                "month",
                "weekday",
                "deictic_day",
                "beyond_day",
                "decade",
                "century",
            ),
        ),
        (calendar, ("quarter", "half_year", "season", "feast", "eve", "of_feast")),
        (year, ("spelled_year", "era_year", "fiscal_year", "short_year", "year_end")),
        (
            relative,
            ("relative_unit", "relative_named", "part", "bare_unit", "ago", "compared", "compared_months", "reference"),
        ),
        (
            relative,
            ("on_this_day",),
        ),
        (length, ("duration", "recurring")),
        (
            join,
            (
                "clock",
                "point",
                "clock_day",
                "clock_city",
                "part_day",
                "within",
                "week_of",
                "week_of_month",
                "weekday_of_month",
                "edge",
                "keep",
            ),
        ),
    )
    for name in names
}
