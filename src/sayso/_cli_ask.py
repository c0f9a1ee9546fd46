"""What is said about a question beside its answer: a kind that there is none of, nothing found, more than is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, get_args

import typer

from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.persist.picture import Picture
    from sayso.persist.query import Query


def answer(store: Picture, verb: str, query: Query, *, as_json: bool) -> None:
    """Shows what a verb that lists one kind of record finds, and says what is to be said beside it."""
    from sayso import _cli_show as show

    check_kind(store, verb, query.kind)
    if query.order == "most told" and verb != "events":
        raise UsageError(f'--order is "most told"; {verb} come earliest or latest first')
    found = getattr(store, verb)(query)
    tell_of_nothing(store, verb, found, query)
    if as_json:
        show.json_lines(found)
    else:
        show.TABLES[verb](found)
        tell_of_more(store, verb, found, query)


def check_kind(store: Picture, verb: str, kind: str | None) -> None:
    """`UsageError` for a kind that is none of this verb's: neither sayso's own nor one that the picture holds."""
    if kind is None:
        return
    wanted = {part.casefold().replace(" ", "_") for part in (kind.split(".", 1) if verb == "events" else [kind])}
    if wanted <= _folded(store.kinds(verb)):
        return
    known = _kinds(verb)
    if wanted <= _folded({name for names in known.values() for name in names}):
        return
    if not known:
        raise UsageError(f'--kind is "{kind}"; {verb} are of no kinds')
    shown = "; ".join(f"{what} {', '.join(names)}" for what, names in known.items() if what != "modes")
    tail = '; or a mode, as in ASSAULT.aerial (see "sayso codebook show")' if verb == "events" else ""
    if verb == "events" and (told_by := _kinds_told_by(kind)):
        raise UsageError(f'--kind is "{kind}", a word that tells {", ".join(told_by)}; ask for one of these')
    raise UsageError(f'--kind is "{kind}"; {verb} have the {shown}{tail}')


def _kinds_told_by(word: str) -> list[str]:
    """The types, and modes where a type has one for it, that the word tells: ASSAULT by "attack"."""
    from sayso.codebook.codebook import load_codebook

    frames = (frame for kind in load_codebook().types.values() for frame in kind.frames)
    told_by = (f for f in frames if (word.casefold(),) in (*f.verbs, *f.nouns))
    return sorted({f"{frame.type}.{frame.mode}" if frame.mode else frame.type for frame in told_by})


def _folded(names: set[str]) -> set[str]:
    return {name.casefold() for name in names}


def _kinds(verb: str) -> Mapping[str, Sequence[str]]:
    """What a verb may be asked for by `--kind`, by what it is called."""
    from sayso.link.records import DisputeField, DisputeKind, OutcomeKind
    from sayso.model import Act, EntityKind, Status

    if verb == "events":
        from sayso.codebook.codebook import load_codebook

        types = load_codebook().types
        modes = sorted({mode for kind in types.values() for mode in kind.modes})
        return {"types": list(types), "statuses": get_args(Status), "modes": modes}
    return {
        "statements": {"acts": get_args(Act)},
        "disputes": {"kinds": get_args(DisputeKind), "fields": get_args(DisputeField)},
        "outlooks": {"outcomes": get_args(OutcomeKind)},
        "entities": {"kinds": get_args(EntityKind)},
    }.get(verb, {})


def tell_of_nothing(store: Picture, verb: str, found: Sequence[Any], query: Query) -> None:
    """Says on standard error why nothing was found, where one of the filters tells."""
    from sayso.persist.nothing import why_nothing

    reason = None if found else why_nothing(store, verb, query)
    if reason is not None:
        typer.echo(f"sayso: {reason}", err=True)


def tell_of_more(store: Picture, verb: str, found: Sequence[Any], query: Query) -> None:
    """Says under a table how many it would have without a limit."""
    if query.limit is None or len(found) < query.limit:
        return
    every = store.how_many(verb, query)
    if every > len(found):
        typer.echo(f"{len(found):,} of {every:,} shown; --limit shows more")
