"""Which names lead on: whether anything is said by them or about them, done by them, or was there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, Connection, Table, select

from sayso.persist import schema
from sayso.persist.countries import country_code
from sayso.persist.query import holds, lies_in


class Leads:
    """What the lists of statements and of events with a code hold, by the words of names."""

    def __init__(self, connection: Connection) -> None:
        events = schema.events.c
        coded = (events.linked.is_not(None), events.coded == 1)
        self._words = _Lines(_words(connection))
        self._sources = _Lines(_distinct(connection, schema.statements.c.source, schema.statements))
        self._actors = _Lines(_distinct(connection, events.actors, schema.events, *coded))
        self._places = _distinct(connection, events.places, schema.events, *coded)

    def said(self, *names: str) -> bool:
        """Whether a statement is by somebody who is called by one of these."""
        return any(map(self._sources.have, names))

    def said_about(self, *names: str) -> bool:
        """Whether a statement, or the title of its report, has one of the names."""
        return any(map(self._words.have, names))

    def did(self, *names: str) -> bool:
        """Whether an event has a doer who is called by one of these."""
        return any(map(self._actors.have, names))

    def there(self, *names: str) -> bool:
        """Whether an event was at a place that is called by one of these."""
        country = country_code(names[0])
        return any(lies_in(places, name, country) for name in names for places in self._places)


def _distinct(
    connection: Connection, column: ColumnElement[str], table: Table, *conditions: ColumnElement[bool]
) -> list[str]:
    """The different values of a column, in newest versions."""
    joined = table.join(schema.reports, table.c.report == schema.reports.c.n)
    found = select(column).distinct().select_from(joined).where(schema.reports.c.newest == 1, *conditions)
    return [value for value in connection.execute(found).scalars() if value]


def _words(connection: Connection) -> Iterator[str]:
    """Title, source and words of every statement. Texts are cut here: SQLite would walk each from its beginning."""
    reports, said = schema.reports.c, schema.statements.c
    newest = select(reports.n, reports.title, reports.text).where(reports.newest == 1)
    texts = {row.n: (row.title or "", row.text) for row in connection.execute(newest)}
    for row in connection.execute(select(said.report, said.source, said.start, said.end)):
        if row.report in texts:
            title, text = texts[row.report]
            yield f"{title} {row.source or ''} {text[row.start : row.end]}"


class _Lines:
    """Texts, each of one line, to be asked for names in the way that the lists are."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._text = "\n".join(" ".join(text.split()) for text in texts).casefold() + "\n"

    def have(self, name: str) -> bool:
        """Whether every word of the name begins a word of one of the texts."""
        longest = max(name.casefold().split(), key=len, default="")
        at = self._text.find(longest) if longest else -1
        while at >= 0:
            end = self._text.index("\n", at)
            if holds(self._text[self._text.rfind("\n", 0, at) + 1 : end], name):
                return True
            at = self._text.find(longest, end)
        return False
