"""Turns of a transcript: "Name: …", "QUESTION: …", "President of X Jane Roe: …", each to the next label.

A turn goes on over paragraphs without a label as long as they speak of "I", "we" or "you"; what a narrator puts between
turns does not belong to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.extract._saying.draft import Draft, Shelf, outer
from sayso.extract._saying.frames import source_of, span_of
from sayso.extract._saying.names import names_in
from sayso.model import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc

BY = "quotes:label"
#: Code points that a speaker's label may have.
LONGEST_LABEL = 160
_LABEL_WORD = r"(?:[A-Z(][\w.’')-]*(?:\([A-Z]+\))?|of|the|de|van|von|al|el|bin|and|for)"
#: "(through an interpreter)", "(MP)": what may stand between a label and its colon; a page may leave no space there.
_HOW = r"(?: ?\([^()\n:]{2,60}\))?"
_LABEL = re.compile(
    r"(?:(?<=\n)|(?<=\n[\"“])|(?<=^)|(?<=[.!?…”\"*>)] )|(?<=\*  ))"
    + rf"(?P<label>(?![A-Z]\w{{4,}}\. )[A-Z][\w.’'-]*(?: {_LABEL_WORD}){{0,20}}?){_HOW}"
    + r"(?P<colon>:)(?:[ \u00a0]{1,3}(?=\S)|(?=…))"
)
#: An office with a name in the middle of a line: pages that lost their line breaks.
_OFFICE = re.compile(
    r"(?<=[\w)] )(?P<label>(?:President|Prime Minister|Chancellor|Secretary-General|Chairman|Governor|King)"
    r"(?: of (?:the )?[A-Z][\w’']+(?: (?:of )?[A-Z]\w+){0,3}?)? [A-Z]\w+(?: [A-Z][\w.’-]+){1,3})"
    rf"{_HOW}(?P<colon>:) (?=[A-Z])"
)
#: "The below is attributable to Spokesperson Jane Roe:": all that follows is hers.
_ATTRIBUTABLE = re.compile(r"^[^\n:]{0,60}\b(?:is|are) attributable to (?P<label>[^\n:]{3,120}):", re.MULTILINE)
#: "… and released the following statement:": all that follows is theirs.
_FOLLOWING = re.compile(
    r"^[^\n:]{0,600}\b(?P<verb>issued|released|made|gave|published|adopted|delivered)\s+(?:the\s+following|this)"
    r"\s+(?:\w+\s+){0,2}(?:statement|declaration|remarks|message|communiqu[eé]|comments?)\b[^\n:.]{0,80}:(?!\s*[\"“«‘])",
    re.MULTILINE,
)
_ECHO = re.compile(r"\b(?P<name>[A-Z][\w’'-]+) (?P=name)\b")
_SPEAKING = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our|us|me)\b")


@dataclass(frozen=True, slots=True)
class Turn:
    """Who is named to speak, and the paragraphs of what is said."""

    label: Span
    content: Spans
    #: words that say that he speaks; the mark after the label where there are none
    cue: Span

    @property
    def span(self) -> Span:
        return self.label[0], self.content[-1][1]


def find_turns(doc: Doc, text: str) -> list[Turn]:
    """All turns in text order."""
    found = sorted((*_LABEL.finditer(text), *_OFFICE.finditer(text)), key=lambda one: one.start("label"))
    often = Counter(one["label"] for one in found)
    labels = _speakers(doc, found, often)
    alone = len({one["label"] for one in labels}) == 1
    turns = []
    for i, label in enumerate(labels):
        end = labels[i + 1].start("label") if i + 1 < len(labels) else len(text)
        content = _paragraphs(text, label.end(), end, alone=alone)
        content = content if _is_transcript(label["label"], often) else content[:1]
        if content:
            turns.append(Turn(_without_echo(label), content, label.span("colon")))
    return turns or _attributable(text) or _following(doc, text)


def _speakers(doc: Doc, found: Sequence[re.Match[str]], often: Counter[str]) -> list[re.Match[str]]:
    """The labels that name a speaker, and among those of people with names what ends in a name that comes back."""
    sure = [one for one in found if _names_a_speaker(doc, one, often)]
    if not sure:
        return []
    named = {one.start() for one in sure}
    tails = Counter(tail for one in found if (tail := _tail(one["label"])))
    return [one for one in found if one.start() in named or tails[_tail(one["label"])] > 1]


def _tail(label: str) -> str:
    """The given name and surname that a label ends in, "" where it ends otherwise."""
    last = label.split()[-2:]
    return " ".join(last) if len(last) > 1 and all(word.istitle() for word in last) else ""


def _without_echo(label: re.Match[str]) -> Span:
    """The label up to where a page says the name again ("Mara Okot Okot Mara, Governor of Lurin:")."""
    start, end = label.span("label")
    echo = _ECHO.search(label["label"])
    return start, end if echo is None else start + echo.end("name")


def _attributable(text: str) -> list[Turn]:
    """A statement that says in its first line whose it is."""
    line = _ATTRIBUTABLE.search(text)
    content = _paragraphs(text, line.end(), len(text), alone=True, silent=True) if line else ()
    return [Turn(line.span("label"), content, (line.end() - 1, line.end()))] if line and content else []


def _following(doc: Doc, text: str) -> list[Turn]:
    """A statement whose speakers a sentence before it names."""
    line = _FOLLOWING.search(text)
    verb = doc.char_span(*line.span("verb"), alignment_mode="expand") if line else None
    source = source_of(verb.root) if verb is not None else None
    content = _paragraphs(text, line.end(), len(text), alone=True, silent=True) if line else ()
    if line is None or source is None or not content:
        return []
    return [Turn(span_of(source)[0], content, line.span("verb"))]


def _names_a_speaker(doc: Doc, label: re.Match[str], often: Counter[str]) -> bool:
    """A person's name, an office or "Question" in capitals, or capitals that come back as a label."""
    words = label["label"]
    if len(words) > LONGEST_LABEL:
        return False
    span = doc.char_span(*label.span("label"), alignment_mode="expand")
    names = names_in(span) if span is not None else []
    if label.re is _OFFICE or any(name.label == "person" for name in names):
        return True
    plain = {word.strip(".,()").lower() for word in words.split()}
    if not (words.isupper() or plain <= load_cues().source_kinds["label"]):
        return False
    kinds = load_cues().source_kinds
    return bool(plain & (kinds["person"] | kinds["label"])) or (often[words] > 1 and not names)


def _is_transcript(label: str, often: Counter[str]) -> bool:
    """False for the "Name: …" of a heading: not in capitals, no office before the name, and it does not come back."""
    first = label.split(maxsplit=1)[0].strip(".,()").lower()
    return label.isupper() or often[label] > 1 or first in load_cues().source_kinds["person"]


def _paragraphs(text: str, start: int, end: int, *, alone: bool, silent: bool = False) -> Spans:
    """The first paragraph, and those after it in which somebody speaks for himself.

    Where one speaks `alone`, also what lies between them: a narrator would come between the turns of several. `silent`:
    nobody need speak for himself.
    """
    found: list[Span] = []
    last = 0
    for line in re.finditer(r"[^\n]+", text[start:end]):
        words = line.group().strip()
        if not words:
            continue
        first = start + line.start() + line.group().index(words[0])
        if not found or silent or _SPEAKING.search(words):
            last = len(found) + 1
        elif not alone:
            break
        found.append((first, first + len(words)))
    return tuple(found[:last])


def by_turns(turns: Sequence[Turn]) -> list[Draft]:
    """A statement per turn."""
    return [
        Draft(
            source=(turn.label,),
            cue=(turn.cue,),
            content=turn.content,
            by=BY,
            score=0.7,
        )
        for turn in turns
    ]


def within_turns(drafts: Sequence[Draft], turns: Sequence[Turn]) -> list[Draft]:
    """The drafts without those that take a label for source or cue, each content cut to the turn of its cue."""
    labels: Shelf[Turn] = Shelf()
    shelf: Shelf[Turn] = Shelf()
    for turn in turns:
        labels.put((turn.label[0], max(turn.label[1], turn.content[0][0] - 1)), turn)
        shelf.put(turn.span, turn)
    kept = []
    for draft in drafts:
        if any(labels.over(span) for span in (*draft.source, *draft.cue)):
            continue
        at = outer(draft.cue or draft.content)[0] if draft.cue or draft.content else 0
        own = shelf.over((at, at + 1))
        content = tuple(span for span in draft.content if _in_turn(span, own, shelf))
        if content or not draft.content:
            kept.append(replace(draft, content=content))
    return kept


def _in_turn(span: Span, own: Sequence[Turn], shelf: Shelf[Turn]) -> bool:
    """Whether the words stand in the turn; in no turn at all where the cue stands in none."""
    if not own:
        return not shelf.over(span)
    return own[0].label[1] < span[0] and span[1] <= own[0].span[1] + 1
