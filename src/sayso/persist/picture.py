"""The picture: every report with its reading, what they tell together, in one SQLite file.

    with Picture("picture.db") as picture:
        print(picture.add(["reports.jsonl"]))           # seen 15 = read 15 + unchanged 0 + quarantined 0
        for found in picture.statements(about="Kursk", by="Zelensky"):
            print(found.id, found.record.content.text)

Each report is stored in a transaction of its own with all that its reading holds, so that a picture whose writer was
killed opens and the next `add` finishes the work. Copies, linked events and disputes are made over the whole picture at
the end of each `add`, or by the first question after one that did not come to its end.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection

from sayso.errors import SaysoError, UnknownIdError, UsageError, WordsError
from sayso.link.joining import join
from sayso.link.records import Account, Dispute, LinkedEvent, Outcome, Score, SharedEntity, Telling
from sayso.link.scores import scores
from sayso.link.told import Shelf
from sayso.model import Event, Outlook, Reading, Report, Statement
from sayso.persist import _asking, _linking, _write, store
from sayso.persist._adding import Tally
from sayso.persist._asking import Group
from sayso.persist._doctor import check, examine, fingerprint
from sayso.persist._why import why, why_dispute, why_event
from sayso.persist.found import Counts, Found, Hit, ReportLine, Why, WhyDispute, WhyEvent
from sayso.persist.leads import Leads
from sayso.persist.query import EVERYTHING, Query, query_of
from sayso.persist.rows import check_words, unpack

if TYPE_CHECKING:
    from spacy.language import Language

    from sayso.codebook.codebook import Codebook

T = TypeVar("T", Statement, Event, Outlook)

#: what `add` takes: reports, paths to read them from, and the inputs that could not be read
Input = Report | SaysoError | str | Path

#: readings kept in memory between questions
_KEPT = 512


class Picture:
    """A store of readings; open it with a path, close it with `close()` or `with`."""

    def __init__(
        self,
        path: str | Path,
        *,
        create: bool = True,
        busy_seconds: float = store.BUSY_SECONDS,
        asks_only: bool = False,
    ) -> None:
        """`asks_only`: questions never write, not even links that are out of date; for a reader beside a writer."""
        self.path = Path(path)
        self._asks_only = asks_only
        self._engine = store.open_engine(self.path, create=create, busy_seconds=busy_seconds)
        self._unpack = lru_cache(maxsize=_KEPT)(unpack)

    def __enter__(self) -> Picture:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Gives the file back."""
        self._engine.dispose()

    # ---- writing

    def add(
        self,
        inputs: Iterable[Input],
        *,
        nlp: Language | None = None,
        codebook: Codebook | None = None,
        progress: Callable[[Report | SaysoError], None] | None = None,
        jobs: int | None = 1,
        again: bool = False,
        settle: bool = True,
    ) -> Counts:
        """Reads what is not here yet, by so many jobs (`sayso.jobs`), and stores it; says what became of every input.

        With `again` what is here is read anew, as it is given now, and its old reading replaced. Without `settle` that
        is left to be called.
        `progress` is called with each report once it is done with, and with the error of each that could not be read.
        """
        from sayso.collect.files import reports_from
        from sayso.jobs import read

        tally = Tally(progress)
        fresh = tally.fresh(reports_from(inputs, passed=tally.passed.append), self._known, again=again)
        for reading in read(fresh, nlp=nlp, codebook=codebook, problem=tally.quarantine, jobs=jobs):
            try:
                stored = self.put(reading, again=again)
            except WordsError as error:
                tally.quarantine(error)
            else:
                # False where another program has stored it meanwhile
                tally.was_read(reading) if stored else tally.was_known(reading.report)
        if settle:
            self.settle()
        return tally.counts()

    def settle(self) -> None:
        """Ends an `add`: links anew, and takes a short look at the file; `PictureError` where it is damaged."""
        self.refresh()
        check(self._engine, self.path)

    def put(self, reading: Reading, *, again: bool = False) -> bool:
        """Stores one reading, whole or not at all; False if its report is here. `WordsError` where words mismatch.

        With `again` it takes the place of the reading that is here, and of one of the same words without an outlet.
        """
        check_words(reading)
        with self._writing() as connection:
            known = _write.known(connection, reading.report)
            if known and again:
                for twin in known[1:]:
                    _write.forget(connection, twin.id)
                # asked for once more: what was forgotten may have been its earlier version
                _write.replace(connection, _write.known(connection, reading.report)[0], reading)
            elif known and known[0].id == reading.report.id:
                return False
            else:
                _write.put(connection, reading)
        return True

    def _known(self, report: Report) -> list[_write.Known]:
        with self._asking() as connection:
            return _write.known(connection, report)

    def forget(self, report_id: str) -> None:
        """Takes out a report and all that it gave; `UnknownIdError` if it is not here."""
        with self._writing() as connection:
            if not _write.forget(connection, report_id):
                raise self._unknown("report", report_id, "reports")
        self.refresh()

    def refresh(self) -> None:
        """Links anew if reports came or went since the last time."""
        with self._asking() as connection:
            linked = store.value(connection, "linked") == store.value(connection, "changes")
        if not linked:
            self.link()

    def link(self) -> None:
        """Finds copies, linked events and disputes anew, over the whole picture.

        They are found before the picture is locked for writing. What another program adds meanwhile is left for the
        next time: the number of changes that they were found at is written with them.
        """
        with self._asking() as connection:
            changes = store.value(connection, "changes")
            readings = list(self._readings(connection))
        found = _linking.find(readings)
        with self._writing() as connection:
            _linking.write(connection, found)
            store.set_value(connection, "linked", changes)

    # ---- asking

    def __contains__(self, report_id: str) -> bool:
        with self._asking() as connection:
            return _write.has(connection, report_id)

    def __len__(self) -> int:
        """How many reports."""
        with self._asking() as connection:
            return store.rows_in(connection, "reports")

    def reading(self, report_id: str) -> Reading:
        """The whole reading of one report; `UnknownIdError` if it is not here."""
        with self._asking() as connection:
            for reading in self._readings(connection, {report_id}, newest=False):
                return reading
        raise self._unknown("report", report_id, "reports")

    def report(self, report_id: str) -> ReportLine:
        """One report without its text; `UnknownIdError` if it is not here."""
        with self._up_to_date() as connection:
            for line in _asking.reports(connection, EVERYTHING, report_id):
                return line
        raise self._unknown("report", report_id, "reports")

    def readings(self, *, versions: bool = False) -> Iterator[Reading]:
        """Every reading, earliest published first; with `versions`, also those that a later version replaced."""
        with self._asking() as connection:
            yield from self._readings(connection, newest=not versions)

    def statements(self, query: Query = EVERYTHING, /, **filters: Any) -> list[Found[Statement]]:
        """Who said what, in the order reported. Filters as in `Query`, as one object or as keywords."""
        return self._found("statements", query_of(query, filters))

    def outlooks(self, query: Query = EVERYTHING, /, **filters: Any) -> list[Found[Outlook]]:
        """What is expected, in the order reported, each with what became of it."""
        asked = query_of(query, filters)
        found: list[Found[Outlook]] = self._found("outlooks", asked)
        with self._asking() as connection:
            fates = _asking.fates(connection, {f.report.id for f in found})
        return [replace(f, fate=fates.get((f.report.id, f.record.id))) for f in found]

    def fates(self, report_id: str) -> dict[str, Outcome]:
        """What became of the outlooks of one report, by their ids in it."""
        with self._up_to_date() as connection:
            return {outlook: fate for (_, outlook), fate in _asking.fates(connection, {report_id}).items()}

    def scores(self, query: Query = EVERYTHING, /, **filters: Any) -> list[Score]:
        """How the holders of these outlooks fared, whatever `kind`, those with the most decided ones first."""
        asked = query_of(query, filters)
        found = self.outlooks(replace(asked, limit=None, kind=None))
        with self._asking() as connection:
            names = _asking.names(connection)
        return scores(((f.reading, f.record, f.fate) for f in found), names)[: asked.limit]

    def tellings(self, query: Query = EVERYTHING, /, **filters: Any) -> list[Found[Event]]:
        """Every report's own events, in the order reported; `events` joins them."""
        return self._found("events", query_of(query, filters))

    def events(self, query: Query = EVERYTHING, /, **filters: Any) -> list[LinkedEvent]:
        """Linked events that some telling of which meets the filters, in the order asked for."""
        asked = query_of(query, filters)
        with self._up_to_date() as connection:
            groups = _asking.linked(connection, asked)
            shelf = self._shelf(connection, groups)
        return [join(name, group, shelf) for name, group in groups.items()]

    def how_many_events(self, query: Query = EVERYTHING, /, **filters: Any) -> int:
        """How many linked events meet the filters, whatever the limit; none is put together."""
        with self._up_to_date() as connection:
            return _asking.how_many_linked(connection, query_of(query, filters))

    def how_many(self, verb: str, query: Query = EVERYTHING, /, **filters: Any) -> int:
        """How many `statements`, `outlooks`, `events` … meet the filters, whatever the limit."""
        asked = replace(query_of(query, filters), limit=None)
        if verb == "events":
            return self.how_many_events(asked)
        if verb not in ("statements", "outlooks"):
            return len(getattr(self, verb)(asked))
        with self._up_to_date() as connection:
            return _asking.how_many(connection, verb, asked)

    def kinds(self, verb: str) -> set[str]:
        """What `kind` may be in a question of these, that is in the picture."""
        with self._up_to_date() as connection:
            return _asking.kinds(connection, verb)

    def event(self, linked_id: str) -> LinkedEvent:
        """One linked event; `UnknownIdError` if there is none of that id."""
        with self._up_to_date() as connection:
            groups = _asking.linked(connection, EVERYTHING, linked_id)
            shelf = self._shelf(connection, groups)
        if not groups:
            raise self._unknown("linked event", linked_id, "events")
        return join(linked_id, groups[linked_id], shelf)

    def leads(self) -> Leads:
        """Which names lead on to statements, and to events as they were linked last."""
        with self._asking() as connection:
            return Leads(connection)

    def disputes(self, query: Query = EVERYTHING, /, **filters: Any) -> list[Dispute]:
        """Where accounts of one event disagree, the open and latest first; filters are those of its events, `kind` a
        dispute's kind or field.
        """
        with self._up_to_date() as connection:
            return _asking.disputes(connection, query_of(query, filters))

    def disputes_of(self, linked_id: str) -> list[Dispute]:
        """The disputes about one linked event."""
        with self._up_to_date() as connection:
            return _asking.disputes_of(connection, linked_id)

    def entities(self, query: Query = EVERYTHING, /, **filters: Any) -> list[SharedEntity]:
        """Who and what is named: names before common nouns, of each the most reported first."""
        asked = query_of(query, filters)
        with self._up_to_date() as connection:
            return _asking.entities(connection, asked)[: asked.limit]

    def reports(self, query: Query = EVERYTHING, /, **filters: Any) -> list[ReportLine]:
        """The reports, earliest published first, without their texts; versions that were replaced come too."""
        with self._up_to_date() as connection:
            return _asking.reports(connection, query_of(query, filters))

    def search(self, words: str, *, limit: int = 20) -> list[Hit]:
        """Reports that have all of the words, best first; words in double quotes are looked for as a phrase."""
        with self._asking() as connection:
            return _asking.search(connection, words, limit)

    def why(self, record_id: str) -> Why:
        """What a record rests on; `record_id` is "r-…/v1". `UsageError` for another kind of id."""
        report_id, slash, inner = record_id.partition("/")
        if not slash:
            raise UsageError(f'"{record_id}" is not the id of a record; one looks like r-0123456789abcdef/v1')
        reading = self.reading(report_id)
        linked = self._linked_id(report_id, inner)
        return why(reading, inner, self.event(linked) if linked else None, self.fates(report_id).get(inner))

    def why_event(self, linked_id: str) -> WhyEvent:
        """What a linked event rests on: the words of its tellings. `UnknownIdError` if there is none of that id."""
        event = self.event(linked_id)
        with self._asking() as connection:
            found = _asking.disputes_of(connection, linked_id)
            return why_event(event, self._by_id(connection, event.mentions), found)

    def why_dispute(self, dispute_id: str) -> WhyDispute:
        """What a dispute rests on: the words of its accounts. `UnknownIdError` if there is none of that id."""
        with self._up_to_date() as connection:
            found = _asking.dispute(connection, dispute_id)
            if found is None:
                raise self._unknown("dispute", dispute_id, "disputes")
            return why_dispute(found, self._by_id(connection, found.accounts))

    def hash(self) -> str:
        """sha256 over the readings: two pictures of the same reports, read by the same sayso, have the same."""
        with self._asking() as connection:
            return fingerprint(connection)

    def doctor(self) -> list[str]:
        """What is wrong with the file: damage, rows that lead nowhere, words that do not match. Empty = nothing."""
        with self._asking() as connection:
            return examine(connection)

    # ---- inside

    def _unknown(self, what: str, name: str, verb: str) -> UnknownIdError:
        return UnknownIdError(f"there is no {what} {name} in {self.path}", f"`sayso {verb}` lists them")

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        with store.guarded(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with store.guarded(self.path), self._engine.connect() as plain:
            connection = plain.execution_options(writing=True)
            with connection.begin():
                yield connection

    @contextmanager
    def _up_to_date(self) -> Iterator[Connection]:
        """As `_asking`, of links that are made anew first where reports came or went."""
        if not self._asks_only:
            self.refresh()
        with self._asking() as connection:
            yield connection

    def _linked_id(self, report_id: str, event_id: str) -> str | None:
        with self._up_to_date() as connection:
            return _asking.linked_id(connection, report_id, event_id)

    def _shelf(self, connection: Connection, groups: Mapping[str, Group]) -> Shelf:
        """The readings of all that tell these linked events."""
        wanted = {report for group in groups.values() for report, _ in group}
        # until the next link, a version that was replaced is still in the links
        return Shelf(self._readings(connection, wanted, newest=False), _asking.copies(connection))

    def _by_id(self, connection: Connection, tellings: Iterable[Telling | Account]) -> dict[str, Reading]:
        """Report → reading, of all that tell it so."""
        wanted = {telling.report for telling in tellings}
        return {reading.report.id: reading for reading in self._readings(connection, wanted, newest=False)}

    def _readings(
        self, connection: Connection, wanted: Collection[str] | None = None, *, newest: bool = True
    ) -> Iterator[Reading]:
        """The readings of these reports, or of all, earliest published first."""
        for row in connection.execute(_asking.packed(wanted, newest=newest)):
            if wanted is None or row.id in wanted:
                yield self._unpack(row.reading, row.text, row.version_of)

    def _found(self, kind: str, asked: Query) -> list[Found[T]]:
        with self._up_to_date() as connection:
            wanted = _asking.ids(connection, kind, asked)
            readings = list(self._readings(connection, wanted, newest=False))
        return [
            Found(record=record, reading=reading)
            for reading in (reversed(readings) if asked.order == "latest" else readings)
            for record in getattr(reading, kind)
            if record.id in wanted[reading.report.id]
        ]
