"""The order of it all: reports in, readings out.

A report's words become a `Doc` in one pass of the language model; then come the things that the words name, date and
count; then who said what, what happened, and what is expected. Many reports go through one model, batch by batch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from sayso.collect.dates import fault_of
from sayso.collect.head_date import day_of_head
from sayso.errors import InputError, SaysoError
from sayso.model import Reading, Report, Statement

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from sayso.codebook.codebook import Codebook
    from sayso.digest.digest import Digest
    from sayso.digest.gazetteer import Gazetteer
    from sayso.extract._telling.telling import Telling

#: reports that go through the language model together
BATCH = 16


def read(
    reports: Iterable[Report],
    *,
    nlp: Language | None = None,
    codebook: Codebook | None = None,
    problem: Callable[[SaysoError], None] | None = None,
) -> Iterator[Reading]:
    """The reading of each report, in their order; the reports are taken a batch at a time.

    `nlp` is a pipeline as `load_language` gives it, `codebook` one as `load_codebook` gives it; both are loaded when
    the first report comes, unless given. With `problem`, a report that cannot be read is told to it and left out;
    without, its `InputError` is raised. One report that trips the reader does not cost the others of its batch.
    """
    from sayso.codebook.codebook import load_codebook
    from sayso.digest.gazetteer import load_gazetteer
    from sayso.digest.language import load_language

    gazetteer: Gazetteer | None = None
    for batch in _batches(reports):
        nlp = nlp or load_language()
        codebook = codebook or load_codebook()
        gazetteer = gazetteer or load_gazetteer()
        for doc, report in zip(_docs(batch, nlp), batch, strict=True):
            try:
                reading = read_doc(nlp(report.text) if doc is None else doc, report, gazetteer, codebook)
            except Exception as fault:
                error = _told(report, fault)
                if problem is None:
                    raise error from fault
                error.__cause__ = fault
                problem(error)
            else:
                yield reading


def _docs(batch: Sequence[Report], nlp: Language) -> Sequence[Doc | None]:
    """The words of each report; of none where the language model trips over one of them: each is then read alone."""
    try:
        return list(nlp.pipe((report.text for report in batch), batch_size=BATCH))
    except Exception:  # noqa: BLE001 - the report that trips it is told when it is read alone
        return [None] * len(batch)


def _told(report: Report, fault: Exception) -> InputError:
    """What has gone wrong, as the user is told."""
    where = report.origin.location if report.origin else "the text"
    reason = str(fault) if isinstance(fault, InputError) else f"a fault in sayso ({fault!r}); please tell us"
    return InputError(f"cannot read {where}, report {report.id}: {reason}")


def read_doc(doc: Doc, report: Report, gazetteer: Gazetteer, codebook: Codebook) -> Reading:
    """The reading of one report whose words the language model has read."""
    from sayso.extract.denials import link_denials
    from sayso.extract.events import find_events
    from sayso.extract.outlooks import find_outlooks
    from sayso.extract.responsibility import find_responsibilities, on_whose_word

    report = dated(report)
    digest, statements, tellings = digest_doc(doc, report, gazetteer, codebook)
    events = find_events(digest, statements, codebook, tellings)
    responsibilities = find_responsibilities(digest, statements, events)
    events = on_whose_word(events, responsibilities)
    outlooks = find_outlooks(digest, statements, events)
    return Reading(
        report=report,
        entities=digest.entities,
        times=digest.times,
        quantities=digest.quantities,
        statements=link_denials(doc, statements, events),
        events=events,
        outlooks=outlooks,
        responsibilities=responsibilities,
    )


def dated(report: Report) -> Report:
    """The report; where nobody has said when it was published, of the day that its own head gives, if it gives one.
    `InputError` where its day is none.
    """
    fault = None if report.published is None else fault_of(report.published)
    if fault is not None:
        raise InputError(f'"published" is "{report.published}", {fault}')
    day = day_of_head(report.text) if report.published is None else None
    return report if day is None else msgspec.structs.replace(report, published=day)


def digest_doc(
    doc: Doc, report: Report, gazetteer: Gazetteer, codebook: Codebook
) -> tuple[Digest, tuple[Statement, ...], list[Telling]]:
    """What comes before the events: what is grounded in the words, who said what, and the words that tell events."""
    from sayso.digest._naming.calendar_names import drop_calendar_names
    from sayso.digest._naming.known_bodies import name_bodies
    from sayso.digest._naming.trim import trim_names
    from sayso.digest.digest import Digest
    from sayso.digest.entities import find_entities
    from sayso.digest.places import find_places, mend_names
    from sayso.digest.quantities import find_quantities
    from sayso.digest.times import find_times
    from sayso.extract._saying.voice import with_voice
    from sayso.extract.events import tell
    from sayso.extract.statements import find_statements, speakers_of

    times = find_times(doc, report.published)
    drop_calendar_names(doc, times)
    trim_names(doc)
    name_bodies(doc)
    quantities = find_quantities(doc, times)
    places = find_places(doc, report, gazetteer)
    mend_names(doc, places)
    tellings = tell(doc, codebook)
    named = find_entities(doc, report, places, gazetteer)
    digest = with_voice(Digest(report=report, doc=doc, named=named, times=times, quantities=quantities))
    statements = find_statements(digest)
    named = digest.named.with_pronouns(speakers_of(digest, statements))
    return replace(digest, named=named), statements, tellings


def _batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    batch: list[Report] = []
    for report in reports:
        batch.append(report)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
