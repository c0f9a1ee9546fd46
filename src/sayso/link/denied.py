"""What denies an event among its tellings: a statement that it was not so, or a telling that it did not happen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.codebook.roots import root
from sayso.link.features import DEEDS, LOSSES
from sayso.link.kin import kin
from sayso.link.told import Told
from sayso.link.voices import Voice
from sayso.link.whose import came_out_together, is_denied, only_counts, only_names, source_of, voice_of, voice_of_source
from sayso.model import HAPPENED, Statement


def told_as_done(told: Sequence[Told]) -> list[Told]:
    """The tellings that have it that it happened; that people died of it is none where others tell the deed."""
    so = [t for t in told if t.event.status in HAPPENED and not (only_counts(t) or only_names(t))]
    return [t for t in so if t.event.type is not None or root(t.event.trigger.lemma) not in LOSSES] or so


def denials_of(told: Sequence[Told]) -> Iterator[tuple[Told, Statement | None]]:
    """The denials of what these tellings have as done: the statements, and tellings that it did not happen (None)."""
    told_so = told_as_done(told)
    for t in told:
        for statement in t.denials if _answers(t, told_so) else ():
            yield t, statement
    for t in filter(is_denied, told):
        if _answers(t, told_so) if t.denials else _contradicts(t, told_so):
            yield t, None


def deniers(told: Sequence[Told]) -> list[Voice]:
    """Whoever says in them that it was not so; not who says that nobody came to harm in it."""
    told_so = told_as_done(told)
    said = [voice_of(t) for t in told if is_denied(t) and not _of_its_losses(t, told_so)]
    return [*said, *(voice_of_source(t, s.source) for t in told for s in t.denials if s.source)]


def _of_its_losses(negation: Told, told_so: Sequence[Told]) -> bool:
    """Whether it is only that nobody was hurt, and nothing broken, in what is told as done."""
    word = root(negation.event.trigger.lemma)
    deeds = {root(t.event.trigger.lemma) for t in told_so}
    return bool(deeds) and word in LOSSES and word not in deeds and not negation.denials


def _contradicts(negation: Told, told_so: Sequence[Told]) -> bool:
    """Whether a telling that it did not happen, which no statement makes, is at odds with what others tell."""
    if any(_tells_too(negation, t) for t in told_so):
        return False
    elsewhere = any(t.report.outlet != negation.report.outlet for t in told_so)
    if elsewhere and _speaks_of_it(negation, told_so):
        return True
    return bool(negation.event.according_to) and any(_on_one_day(negation, t) for t in told_so)


def _tells_too(negation: Told, told: Told) -> bool:
    """Whether one and the same tells the event: "it hit the boat and nobody was hurt"."""
    return told.report.id == negation.report.id and source_of(told) == source_of(negation)


def _answers(denial: Told, told_so: Sequence[Told]) -> bool:
    """Whether a denial is of what is told: where no type ties the two, somebody or something must be named by both."""
    if not is_denied(denial) or denial.event.type is not None:
        return True
    named = _names(denial)
    return any(named & _names(t) or _beside(denial, t) for t in told_so)


def _beside(denial: Told, told: Told) -> bool:
    """Whether one report has both, in one word, on the word of two."""
    in_one_word = root(denial.event.trigger.lemma) == root(told.event.trigger.lemma)
    return in_one_word and _on_the_word_of_two(denial, told)


def _on_the_word_of_two(denial: Told, told: Told) -> bool:
    """Whether one report has the one on somebody's word, and the other on another's."""
    of_one_report = denial.report.id == told.report.id
    return of_one_report and bool(told.event.according_to) and source_of(denial) != source_of(told)


def _on_one_day(negation: Told, told: Told) -> bool:
    """Whether one report has both on one day by its words, on the word of two: "no shots were fired on Sunday"."""
    if not _on_the_word_of_two(negation, told):
        return False
    days = {(t.event.start or "")[:10] for t in (negation, told) if t.event.from_ == "words"}
    return len(days) == 1 and negation.event.from_ == told.event.from_ and negation.event.type in DEEDS


def _speaks_of_it(negation: Told, told_so: Sequence[Told]) -> bool:
    """Whether words that something is not so are somebody's answer to this very event: a deed, told at that time, of
    the same. "No decision has been made", "we did not meet" are mostly of another than was told.
    """
    if not negation.event.according_to:
        return False
    others = [t for t in told_so if t.report.id != negation.report.id and came_out_together(t, negation)]
    if negation.event.type not in DEEDS:
        others = [t for t in others if _is_deal(t) and _is_deal(negation)]
    named = _names(negation)
    return any(not named or named & _names(t) for t in others)


def _is_deal(told: Told) -> bool:
    """Whether it is an agreement that was reached or signed."""
    return "sign" in kin(root(told.event.trigger.lemma), told.event.type)


def _names(told: Told) -> set[str]:
    """Who and where, to be compared."""
    found = {told.place.name.casefold()} if told.place is not None else set()
    return found | {told.name_of(p).casefold() for p in (*told.event.actors, *told.event.recipients)}
