"""What a later sentence says of an expectation itself: that it was met ("as planned", "kept its word"), that it was not
("was called off", "never came", "has yet to", "short of the 60"), or a figure that reaches the one expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.codebook.outcomes import Verdict, load_outcome_words
from sayso.codebook.roots import root
from sayso.link.expected import AT_LARGE_DAYS, MANY_TIMES, SAME_WORDS, Expected, content_words, figures, places_in
from sayso.link.moments import DAY
from sayso.model import Reading, Span

#: so many words of what is expected stand in a sentence that says what became of it, whose it is being one; two, where
#: these are all
ENOUGH_WORDS = 3
#: reports less alike than this tell of other things
ALIKE_REPORTS = 0.12
#: so many words at the most stand between "exceed" and the figure
NEAR_WORDS = 3
#: what takes a verdict back where it stands before it in the sentence
_TURNED = re.compile(
    r"\b(?:not|never|no|den(?:y|ies|ied)|refut\w+|whether|if|unless|could|may|might|would|will|should|must|to|rumou?rs?|"
    r"n['’]t|rul\w+ out)\s+(?:\S+\s+){0,3}$",
    re.I,
)
_DENIED = re.compile(r"\b(?:den(?:y|ies|ied)|refut\w+|rejected|dismissed|whether|rumou?rs?|claim(?:s|ed)?)\b", re.I)
_TO_COME = re.compile(r"\b(?:could|may|might|would|will|should|expect\w*|likely|if)\b", re.I)
#: words for the dead, by which a toll that was expected is known again
_DEATHS = frozenset(
    root(word) for word in ("die", "dead", "death", "deaths", "kill", "killed", "toll", "fatality", "life")
)
_TOLL = re.compile(r"\b(?:toll|dead|deaths?|killed|died|fatalities|lives)\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A sentence that may say what became of an expectation."""

    span: Span
    text: str
    words: frozenset[str]
    #: the types of its events
    types: frozenset[str]
    places: frozenset[str]
    published: float
    #: the verdicts that its words give
    verdicts: tuple[Verdict, ...]
    #: roots of the words by which something is made known in it
    made_known: frozenset[str]
    #: its figures, with the word that says of what scale: ("240", "million")
    figures: frozenset[tuple[str, str]]


def sayings(reading: Reading, published: float, sentences: Iterator[Span]) -> Iterator[Saying]:
    """The sentences that give a verdict, or a figure of what has come about."""
    for span in sentences:
        text = reading.report.text[slice(*span)]
        verdicts = tuple(_given(text))
        done = _TO_COME.search(text) is None
        counted = figures(text) if done else frozenset()
        made_known = _made_known(reading, span) if done else frozenset()
        if verdicts or counted or made_known:
            events = [event for event in reading.events if span[0] <= event.trigger.spans[0][0] < span[1]]
            lemmas = " ".join(event.trigger.lemma for event in events)
            yield Saying(
                span=span,
                text=text,
                words=content_words(f"{text} {lemmas}"),
                types=frozenset(event.type for event in events if event.type is not None),
                places=places_in(reading, span),
                published=published,
                verdicts=verdicts,
                made_known=made_known,
                figures=counted,
            )


def _made_known(reading: Reading, span: Span) -> frozenset[str]:
    """The roots of the cues in the sentence by which somebody made something known."""
    cues = (s.cue for s in reading.statements if s.cue is not None and span[0] <= s.cue.spans[0][0] < span[1])
    announced = load_outcome_words().announced
    return frozenset(root(cue.text.casefold()) for cue in cues if cue.text.casefold() in announced)


def _given(text: str) -> Iterator[Verdict]:
    """The verdicts that the sentence gives and does not take back."""
    for verdict in load_outcome_words().verdicts:
        found = verdict.words.search(text)
        if found and not _TURNED.search(text[: found.start()]) and not _DENIED.search(text[: found.start()]):
            yield verdict


def says(wanted: Expected, word: Saying, story: float) -> bool | None:
    """Whether the sentence says that what was expected happened, that it did not, or neither."""
    if wanted.negated or wanted.against or wanted.goes_on or story < ALIKE_REPORTS:
        return None
    if word.published > wanted.last + AT_LARGE_DAYS * DAY:
        return None
    if wanted.is_elsewhere(word.places):
        return None
    told = {verdict.happened for verdict in word.verdicts if _is_of(wanted, word, verdict)}
    if len(told) == 1:
        return told.pop()
    return True if not word.verdicts and (_is_made_known(wanted, word) or _reaches(wanted, word)) else None


def _is_made_known(wanted: Expected, word: Saying) -> bool:
    """Whether those who were to announce it have: "the board announced the result"."""
    own = wanted.own & word.words
    done = bool(wanted.roots & word.made_known and wanted.whose & word.words)
    return done and bool(own) and len(own) >= SAME_WORDS * len(wanted.own)


def _is_of(wanted: Expected, word: Saying, verdict: Verdict) -> bool:
    """Whether the verdict is of this expectation."""
    whose = wanted.whose & word.words
    if verdict.of_holder and not whose:
        return False
    if verdict.dated and wanted.due is None:
        return False
    if verdict.late and (wanted.due is None or word.published < wanted.due):
        return False
    if verdict.number:
        behind = verdict.words.split(word.text, 1)[1].split()
        number = behind[0].strip(".,;").replace(",", "") if behind else ""
        return number in wanted.numbers and bool(whose or wanted.own & word.words)
    return _is_tied(wanted, word, moved=verdict.dated)


def _core(wanted: Expected) -> frozenset[str]:
    """The words for what is to happen: a thing rather than the light verb that does it ("hold an exercise")."""
    table = load_outcome_words()
    core = wanted.things or frozenset(part for part in wanted.parts if part not in table.light)
    return core - table.too_common


def _is_tied(wanted: Expected, word: Saying, *, moved: bool) -> bool:
    """Whether the sentence has the word for what is to happen and most of the others; of a deed that has no word of its
    own ("open two kitchens") all the others, and whose it is.
    """
    core, whose = _core(wanted), bool(wanted.whose & word.words)
    needed = wanted.own | core
    hit = needed & word.words
    kind = wanted.telling.type if wanted.telling is not None else None
    if moved and not core & hit and kind in word.types:
        hit |= core  # "the summit" for "they will meet"
    if not core:
        return whose and len(hit) == len(needed) >= ENOUGH_WORDS - 1
    if not core & hit or len(hit) < SAME_WORDS * len(needed):
        return False
    return len(hit) + whose >= ENOUGH_WORDS or len(hit) == len(needed) == 2


def _reaches(wanted: Expected, word: Saying) -> bool:
    """Whether a figure of the sentence reaches the one expected: "could top 50", "rose to 61"."""
    least = _least(wanted.outlook.content.text)
    if least is None:
        return False
    number, scale = least
    if not any(s == scale and number <= float(n) <= MANY_TIMES * number for n, s in word.figures):
        return False
    if _DEATHS & (wanted.parts | wanted.own | wanted.roots):
        return _TOLL.search(word.text) is not None and bool(wanted.scene & word.words)
    own = wanted.own - {root("reach"), root("exceed"), root("top")}
    return len(own & word.words) >= max(2, SAME_WORDS * len(own))


def _least(content: str) -> tuple[float, str] | None:
    """The one figure of what is expected, where it is to be reached or passed."""
    found = figures(content)
    at_least = load_outcome_words().at_least.search(content)
    if len(found) != 1 or at_least is None:
        return None
    ((number, scale),) = found
    behind = figures(" ".join(content[at_least.end() :].split()[:NEAR_WORDS]))
    return (float(number), scale) if any(n == number for n, _ in behind) else None
