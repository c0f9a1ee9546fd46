"""Many reports, read by several processes side by side; the readings come in the order of the reports.

Each process gets the language model and the codebook once, then a few reports at a time. How many there are changes no
reading.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from sayso import pipeline
from sayso.errors import SaysoError
from sayso.model import Reading, Report

if TYPE_CHECKING:
    from multiprocessing.synchronize import Event

    from spacy.language import Language

    from sayso.codebook.codebook import Codebook

#: Up to so many reports a single process is done before the others would have started.
FEW = 16
#: Reports that a process takes at a time: few, so that one can stop soon.
_TAKEN = 4
#: The most processes that are started unasked: each holds a language model, some 400 MB.
_MOST = 4

Result = Reading | SaysoError


def read(
    reports: Iterable[Report],
    *,
    nlp: Language | None = None,
    codebook: Codebook | None = None,
    problem: Callable[[SaysoError], None] | None = None,
    jobs: int | None = 1,
) -> Iterator[Reading]:
    """As `pipeline.read`, by so many processes (None: one a core, within bounds); by this one alone where there are no
    more than `FEW` reports.

    A script that asks for more than one job needs the usual `if __name__ == "__main__":`. Raises `SaysoError` where a
    process is killed.
    """
    jobs = jobs or min(_cores(), _MOST)
    reports = iter(reports)
    first = list(islice(reports, FEW + 1)) if jobs > 1 else []
    if len(first) <= FEW:
        yield from pipeline.read(chain(first, reports), nlp=nlp, codebook=codebook, problem=problem)
        return
    for result in _shared_out(chain(first, reports), jobs, nlp, codebook):
        if isinstance(result, Reading):
            yield result
        elif problem is None:
            raise result
        else:
            problem(result)


def _cores() -> int:
    """The cores that this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _shared_out(
    reports: Iterator[Report], jobs: int, nlp: Language | None, codebook: Codebook | None
) -> Iterator[Result]:
    """What became of each report, in their order; no more are taken than keep the processes busy."""
    # a copy of a process with running threads may hang, so each begins anew, on every system
    context = get_context("spawn")
    stopped = context.Event()
    pool = ProcessPoolExecutor(jobs, context, _begin, (nlp, codebook, stopped))
    under_way: deque[Future[list[Result]]] = deque()
    try:
        while batch := list(islice(reports, _TAKEN)):
            under_way.append(pool.submit(_read, batch))
            if len(under_way) > 2 * jobs:
                yield from under_way.popleft().result()
        for future in under_way:
            yield from future.result()
    except BrokenProcessPool as error:
        raise SaysoError("a process that read reports was killed, perhaps for want of memory: try --jobs 1") from error
    finally:
        # what is under way would be waited for, and given to nobody
        stopped.set()
        pool.shutdown(cancel_futures=True)


# ---- in each process

_given: tuple[Language | None, Codebook | None, Event | None] = (None, None, None)


def _begin(nlp: Language | None, codebook: Codebook | None, stopped: Event) -> None:
    """Keeps what all reports are read with, and what tells that nobody wants them any more.

    An interruption is for the process that asked.
    """
    global _given  # noqa: PLW0603 - a process has no other place for it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _given = nlp, codebook, stopped


def _read(reports: list[Report]) -> list[Result]:
    """The readings, and the errors of those that have none, in the order of the reports."""
    nlp, codebook, stopped = _given
    results: list[Result] = []
    if stopped is not None and stopped.is_set():
        return results
    for reading in pipeline.read(reports, nlp=nlp, codebook=codebook, problem=results.append):
        results.append(reading)
        if stopped is not None and stopped.is_set():
            break
    return results
