"""A title for a linked event: the words of one telling, in their order, with names for pronouns and the place last."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from sayso.codebook.words import word_list
from sayso.link.told import PRONOUNS, Told
from sayso.model import Entity, Participant, Span

#: a title that is the report's own words without a break is as long as this at the most
WHOLE = 90
#: words between two parts that are kept; longer ones give way to an ellipsis
BETWEEN = 30
#: the longest words that a title takes from one participant, and from the clause around a bare word
PART, CLAUSE = 70, 90
#: a recipient further behind the word for the event belongs to other words
FAR = 40

#: an article without which the words say the same: "a few", "a dozen" count otherwise than "few", "dozen"
_ARTICLE = re.compile(
    rf"(?:an?(?!\s+(?:{'|'.join(sorted(word_list('titles_with_a')))})(?![\w-]))|the)\s+", re.IGNORECASE
)
#: a verb that is written as one with its pronoun
_SHORT_VERB = re.compile(r"[’'](?:d|ll|m|re|ve)\b")
_POSSESSIVE = re.compile(r"(?:her|his|its|their)\s+", re.IGNORECASE)
#: what ends a clause; a comma or point between figures does not
_BREAK = re.compile(r"[;:—–“”\"]|[,.!?](?=[\s”\"]|$)")
_OPENING = re.compile(r"[;:—–]\s")
#: what joins a clause to the one before, and what a clause begins with that stands without it
_JOINING = re.compile(r"\A(?:and|but|or|so)\s+")
_BEGINNING = re.compile(
    r"[A-Z][a-z]|(?:an?|the|this|these|those|his|her|its|their|no|neither|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"after|before|since|despite|if|when|while)\b"
)
#: words that lead on to what the title leaves out
_DANGLING = re.compile(r"(?:\s+(?:against|and|as|at|by|for|from|of|on|or|that|to|with)|[\s,])+\Z")
#: what stands between whoever did it and the word for it, and says nothing without the words around it
_LINKING = frozenset({",", "for", "from", "of"})
#: leads from the words to the place: kept, where "in" and "on" give way to a comma
_TOWARDS = re.compile(r"\s+(?:against|at|into|inside|near|to|towards?)\s+(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class _Part:
    """Words of the title, and where they stand in the report."""

    span: Span
    words: str
    #: the name that stands for a pronoun of the report
    name: str | None = None


def title(told: Told) -> str:
    """ "Russian missiles struck a tower block, Sumy"."""
    parts = _parts(told)
    words = _DANGLING.sub("", _joined(told, parts) if _speaks(told, parts) else _clause(told))
    words = _with_place(told, words, max(part.span[1] for part in parts))
    words = _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
    return words[:1].upper() + words[1:]


def _speaks(told: Told, parts: list[_Part]) -> bool:
    """Whether the parts say more than the word for the event alone."""
    words = told.event.trigger.spans
    return any(not any(s < part.span[1] and part.span[0] < e for s, e in words) for part in parts)


def _parts(told: Told) -> list[_Part]:
    """The trigger, who did it, to whom and with what, in the order of the words; none inside another."""
    event = told.event
    parts = [_Part(span, _words(told, span)) for span in event.trigger.spans]
    content = _content(told)
    for participant in (*event.actors[:1], *event.recipients[:1], *event.instruments):
        part = _participant(told, participant)
        if part is not None and not (content and content.span[0] <= part.span[0] < content.span[1]):
            parts.append(part)
    end = max(part.span[1] for part in parts)
    if content is not None and event.trigger.spans[0][0] < content.span[0] <= end + BETWEEN:
        parts.append(content)
    return _outermost(told, parts)


def _content(told: Told) -> _Part | None:
    """What is decided, asked for, promised."""
    content = told.event.content
    if content is None or content.text.casefold() in PRONOUNS:
        return None
    return _Part((content.spans[0][0], content.spans[-1][1]), _shortened(content.text))


def _participant(told: Told, participant: Participant) -> _Part | None:
    """A participant in the words of the sentence; a pronoun as the name it stands for; no source behind the event."""
    event = told.event
    start, end = participant.spans[0][0], participant.spans[-1][1]
    behind = event.trigger.spans[-1][1] <= start
    if not (event.sentence[0] <= start and end <= event.sentence[1]) or start > event.trigger.spans[-1][1] + FAR:
        return None
    if behind and any(s < end and start < e for link in event.according_to for s, e in link.spans):
        return None
    if participant.text.casefold() in PRONOUNS:
        name = _name(told.entity(participant.entity))
        if name is None:
            return None
        if participant.text.casefold() not in ("i", "we", "you"):
            return _Part((start, end), _shortened(name), name)
        # "I have spoken": another's name would want another verb
        verb = _SHORT_VERB.match(told.report.text, end)
        end = verb.end() if verb else end
        return _Part((start, end), _shortened(f"{_words(told, (start, end))} ({name})"), name)
    start, end = _with_figures(told, start, end)
    words = _words(told, (start, end))
    owner = _name(told.opened.pronouns.get(start)) if _POSSESSIVE.match(words) else None
    words = f"{owner}'s {_POSSESSIVE.sub('', words, count=1)}" if owner else words
    return _Part((start, end), _shortened(words), owner)


def _with_figures(told: Told, start: int, end: int) -> Span:
    """The words with their figures whole: "more than 40 %", not "than 40 %"; "$75 billion", not "$"."""
    begin, stop = told.event.sentence
    for quantity in told.opened.quantities.values():
        first, last = quantity.spans[0][0], quantity.spans[-1][1]
        if begin <= first < end and start <= last <= stop:
            start, end = min(start, first), max(end, last)
    return start, end


def _name(entity: Entity | None) -> str | None:
    """The name of a thing that the report names."""
    return entity.name if entity is not None and entity.has_name else None


def _outermost(told: Told, parts: list[_Part]) -> list[_Part]:
    """Without the parts inside others: "Russian" of "a Russian missile", "missile" of "a missile attack"."""
    kept: list[_Part] = []
    for part in sorted(parts, key=lambda p: (p.span[0], -p.span[1])):
        if not kept or part.span[0] >= kept[-1].span[1]:
            kept.append(part)
        elif part.span[1] > kept[-1].span[1]:
            span = kept[-1].span[0], part.span[1]
            kept[-1] = _Part(span, _words(told, span))
    return kept


def _joined(told: Told, parts: list[_Part]) -> str:
    """The parts with the words between them, or without them where these are long; every name once."""
    short = sum(len(p.words) for p in parts) + parts[-1].span[0] - parts[0].span[1] <= WHOLE
    words = parts[0].words
    for before, part in pairwise(parts):
        between = told.report.text[before.span[1] : part.span[0]]
        if before is parts[0] and between.rfind(",") == 0 and told.report.text[: before.span[0]].endswith(", "):
            between = between[1:]  # the end of an aside that begins before the title: "the mayor, Ali Bah, left"
        keep = short or len(between) <= BETWEEN
        bare = between.strip() in _LINKING and part.span in told.event.trigger.spans
        words += " " if bare else " ".join(f"|{between}|".split())[1:-1] if keep else " … "
        words += _words(told, part.span) if part.name and part.name in words else part.words
    return words


def _clause(told: Told) -> str:
    """The clause around a word that stands alone: "welcomed the decision and said that …" says what "decision" does
    not."""
    event, text = told.event, told.report.text
    start, end = event.trigger.spans[0][0], event.trigger.spans[-1][1]
    before, after = text[event.sentence[0] : start], text[end : event.sentence[1]]
    opening = max((m.end() for m in _OPENING.finditer(before)), default=0)
    closing = next((m.start() for m in _BREAK.finditer(after)), len(after))
    before, after = before[opening:].lstrip(' "“'), after[:closing].rstrip()
    trigger = _words(told, (start, end))
    if len(before) > PART:
        last = _JOINING.sub("", before.rpartition(", ")[2])
        before = last if len(last) <= PART and _BEGINNING.match(last) else "… " + before[-PART:].partition(" ")[2]
    return " ".join(f"{before}{trigger}{_shortened(after, max(CLAUSE - len(before), 20), strip=False)}".split())


def _with_place(told: Told, words: str, end: int) -> str:
    entity = told.entity(told.event.place)
    if entity is None or any(m.text in words for m in entity.mentions if m.form == "name") or entity.name in words:
        return words
    for mention in entity.mentions:
        start = mention.spans[0][0]
        if end < start < told.event.sentence[1] and _TOWARDS.fullmatch(told.report.text[end:start]):
            return f"{words} {' '.join(told.report.text[end:start].split())} {mention.text}"
    return f"{words}, {told.place_name}"


def _words(told: Told, span: Span) -> str:
    return " ".join(told.report.text[slice(*span)].split())


def _shortened(text: str, most: int = PART, *, strip: bool = True) -> str:
    text = " ".join(text.split()) if strip else text
    return text if len(text) <= most else _DANGLING.sub("", text[:most].rsplit(" ", 1)[0]) + " …"
