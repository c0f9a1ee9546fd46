"""Templates: made once, everything escaped, every filter that they use named here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sayso import __version__
from sayso.link.counts import parted
from sayso.link.records import LaidTo, LinkedEvent, TollAccount
from sayso.model import Attitude, Link
from sayso.publish.words import STANCES, somebody
from sayso.serve import display
from sayso.serve.cards import Step
from sayso.serve.marking import control_name, harmless
from sayso.serve.marks import PARTS

#: address → name, in the order of the menu
NAVIGATION = (
    ("/", "Reports"),
    ("/changes", "Changes"),
    ("/events", "Events"),
    ("/statements", "Statements"),
    ("/disputes", "Disputes"),
    ("/outlooks", "Outlooks"),
    ("/names", "Names"),
)


def make_environment() -> Environment:
    """The template environment: autoescape always on, and no value reaches a page with control characters in it."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(nav=NAVIGATION, version=__version__)
    environment.filters.update(_FILTERS)
    return environment


def _finalize(value: Any) -> Any:
    """What a template writes out: nothing for None, no control characters. Markup is our own templates' work."""
    if value is None:
        return ""
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _quad_class(event: LinkedEvent) -> str:
    return display.QUAD_CLASSES[display.linked_quad(event)]


def _by_stance(laid: Iterable[LaidTo]) -> list[tuple[Attitude, str]]:
    """How it is said who did it, and of whom, each once: [("blamed", "the front; deserters")]; once somebody claims it,
    no more that nobody has.
    """
    laid = list(laid)
    claimed = any(one.stance == "claims" for one in laid)
    laid = [one for one in laid if not (claimed and one.stance == "unclaimed")]
    parties: dict[Attitude, list[str]] = {}
    for one in laid:
        parties.setdefault(one.stance, []).append(one.party or "")
    return [(stance, "; ".join(dict.fromkeys(filter(None, named)))) for stance, named in parties.items()]


def _steps(chain: Iterable[Link]) -> list[Step]:
    return [Step(somebody(link.text), link.hearsay, link.statement) for link in chain]


def _spread(accounts: Sequence[TollAccount]) -> list[str]:
    """The figures of several accounts for all victims, each once, the smallest first; the words of one where nobody
    gives a figure.
    """
    whole, _ = parted(accounts)
    own = [account for account in whole if not account.syndicated_from] or whole
    known = {figure: account for account in own if (figure := display.figure(account))}
    ordered = sorted(known.items(), key=lambda pair: _least(pair[1]))
    return [figure for figure, _ in ordered] or [account.text for account in own[-1:]]


def _least(account: TollAccount) -> float:
    return next((value for value in (account.low, account.best, account.high) if value is not None), 0.0)


_FILTERS: Mapping[str, Any] = {
    "beside": display.beside,
    "control_name": control_name,
    "credibility": display.CREDIBILITY.__getitem__,
    "day": display.day,
    "differs": display.differs,
    "extent": display.extent,
    "field_name": lambda field: display.FIELDS.get(field, field),
    "figure": display.figure,
    "for_input": display.for_input,
    "kind_of_event": display.kind_of_event,
    "moment": display.moment,
    "number": display.number,
    "part_name": lambda part: PARTS.get(part, part),
    "outcome": display.OUTCOMES.__getitem__,
    "period": display.period,
    "quad_class": _quad_class,
    "spread": _spread,
    "status": display.STATUSES.__getitem__,
    "by_stance": _by_stance,
    "stance": lambda stance: STANCES.get(stance, ""),
    "steps": _steps,
    "web_address": display.web_address,
}
