"""What briefs and tables write in one way: who says so, how many, and words that Markdown leaves alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.model import Attitude, Link


def chain(links: Iterable[Link]) -> str:
    """Who says so, outermost first; "hearsay (“is said”)" where nobody is named."""
    return " ← ".join(f"hearsay (“{link.text}”)" if link.hearsay else somebody(link.text) for link in links)


def somebody(text: str) -> str:
    """Words for somebody on one line, without the comma that ends an aside: "their spokesman, Yahya Humran,"."""
    return " ".join(text.split()).strip(" ,")


#: who is said to have done it, as pages and tables name it
STANCES: dict[Attitude, str] = {
    "claims": "claims it",
    "blamed": "blamed",
    "suspected": "suspected",
    "denies": "denies it",
    "cleared": "said not to have done it",
    "unclaimed": "nobody has claimed it",
}


def figure(value: str | float | None) -> str | None:
    """A number without a needless ".0"; of a status ("did_not_occur") the words."""
    return f"{value:,.10g}" if isinstance(value, float | int) else value and value.replace("_", " ")


_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def markdown(text: object) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _MARKUP.sub(r"\\\1", " ".join(str(text).split()))
