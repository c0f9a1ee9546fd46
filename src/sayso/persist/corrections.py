"""What an outlet corrected in a report of its own: the sentences that were otherwise before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from sayso.link.moments import came_after, came_before
from sayso.link.records import Telling
from sayso.model import Report, Span, Words, joined
from sayso.persist._sentences import sentences_of
from sayso.persist.found import Correction, Passage, ReportLine
from sayso.persist.picture import Picture

#: report → its line, for every version of every page
Lines = Mapping[str, ReportLine]


def corrections_among(
    picture: Picture, lines: Sequence[ReportLine], known: Lines, since: str, until: str
) -> Iterator[Correction]:
    """The corrections that came from `since` to `until` and left other words."""
    for line in lines:
        before = known.get(line.version_of or "")
        if before is None or came_before(_came(line, before), since) or came_after(line.published, until):
            continue
        found = correction_of(picture.reading(before.id).report, picture.reading(line.id).report)
        if found.passages:
            yield found


def correction_of(before: Report, now: Report) -> Correction:
    """What a version of a report has otherwise than the one before it."""
    return Correction(
        report=now.id,
        corrects=before.id,
        outlet=now.outlet,
        title=now.title,
        title_before=before.title,
        published=now.published,
        passages=passages_of(before, now),
    )


def _came(line: ReportLine, before: ReportLine) -> str:
    """When a correction came at the latest; one that keeps its date came before the picture learned of it."""
    return line.published if line.published and line.published != before.published else line.added


def told_otherwise(picture: Picture, known: Lines, since: str) -> dict[tuple[str, str], Telling]:
    """Events of reports that came from `since` on → the same in the version that was there before: told in one word."""
    found: dict[tuple[str, str], Telling] = {}
    for line in known.values():
        before = _version_before(line, known, since)
        if before is not None:
            told = {(e.type, e.trigger.text.casefold()): e.id for e in reversed(picture.reading(before.id).events)}
            for event in picture.reading(line.id).events:
                name = told.get((event.type, event.trigger.text.casefold()))
                if name is not None:
                    found[line.id, event.id] = Telling(
                        report=before.id, event=name, outlet=before.outlet, published=before.published
                    )
    return found


def _version_before(line: ReportLine, known: Lines, since: str) -> ReportLine | None:
    """The version that stood there before, of a report of which the newest came from `since` on."""
    if not line.newest or came_before(line.published, since):
        return None
    earlier = known.get(line.version_of or "")
    while earlier is not None and not came_before(earlier.published, since):
        earlier = known.get(earlier.version_of or "")
    return earlier


def passages_of(before: Report, now: Report) -> tuple[Passage, ...]:
    """The sentences of one report that are otherwise in another; how lines are broken is no difference."""
    old, new = sentences_of(before.text), sentences_of(now.text)
    same = SequenceMatcher(None, _lines(before, old), _lines(now, new))
    found: list[Passage] = []
    for kind, i, j, k, m in same.get_opcodes():
        if kind == "replace" and j - i == m - k:
            found += (_passage(before, (one,), now, (other,)) for one, other in zip(old[i:j], new[k:m], strict=True))
        elif kind != "equal":
            found.append(_passage(before, old[i:j], now, new[k:m]))
    return tuple(found)


def _lines(report: Report, sentences: Sequence[Span]) -> list[str]:
    return [" ".join(report.text[start:end].split()) for start, end in sentences]


def _passage(before: Report, old: Sequence[Span], now: Report, new: Sequence[Span]) -> Passage:
    return Passage(before=_words(before, old), now=_words(now, new))


def _words(report: Report, spans: Sequence[Span]) -> Words | None:
    return Words(spans=tuple(spans), text=joined(report.text, tuple(spans))) if spans else None
