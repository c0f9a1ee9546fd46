"""Whose voice a report is: who says "I" and "we" in it outside quotations and turns.

Named by the report's metadata alone: a byline, a title such as "Remarks by Governor Jane Roe", or an outlet that is a
person, as archives of speeches give it. A paper is nobody's voice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from sayso.codebook.cues import load_cues
from sayso.codebook.nouns import load_nouns
from sayso.digest._naming.offices import serves
from sayso.extract._saying.draft import Shelf
from sayso.extract._saying.quotes import quotations_of
from sayso.extract._saying.turns import find_turns
from sayso.model import Entity, Mention, Report, Source, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.digest.digest import Digest
    from sayso.digest.entities import Entities

#: The speaker alone ("we" may be a body or a people).
ALONE = frozenset(("i", "me", "my", "mine", "myself"))
FIRST_PERSON = ALONE | frozenset(("we", "us", "our", "ours", "ourselves"))
_GENRE = (
    r"(?:[Rr]emarks|[Ss]tatements?|[Ss]peech|[Aa]ddress|[Ll]etter|[Mm]essage|[Gg]reetings|[Tt]estimony|[Dd]eclaration"
    r"|[Pp]roclamation|[Oo]p-ed|[Ii]ntervention|[Cc]ommuniqu[eé]|[Cc]ondolences|[Cc]ongratulations)"
)
_NAME = r"((?:[A-Z][\w.’'-]*\s+){0,8}[A-Z][\w’'-]+)"
_BY = re.compile(rf"\b{_GENRE}\s+(?:by|of|from)\s+(?:the\s+)?{_NAME}")
_OWNER = re.compile(rf"{_NAME}\s+{_GENRE}\b")
_ASKED = re.compile(r"\b(?:interview|transcript|briefing|press conference)\b", re.IGNORECASE)
_JOINT = re.compile(r"\bjoint\s+(?:\w+\s+){0,2}(?:statement|declaration|communiqu[eé]|vision|remarks)", re.IGNORECASE)
#: Words of a person's name, and code points of a title that are looked at.
SHORTEST, LONGEST = 2, 4
LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Voice:
    """`name` of the one who says "I", None where several speak as "we"."""

    name: str | None


def voice_of(report: Report) -> Voice | None:
    """Who speaks in the report's own voice, or None: then it is the outlet."""
    title = (report.title or "")[:LONGEST_TITLE]
    if _JOINT.search(title):
        return Voice(None)
    named = _named_by(title)
    if named:
        return Voice(named)
    if report.byline:
        byline = _person(re.sub(r"^\s*by\s+", "", report.byline, flags=re.IGNORECASE), office=False)
        return Voice(byline) if byline else None
    outlet = _person(report.outlet or "", office=False)
    if outlet is None or _ASKED.search(title):
        return None
    return Voice(outlet) if re.search(_GENRE, title) or outlet.split()[-1] in title else None


def _named_by(title: str) -> str | None:
    """The person of "Remarks by Governor Jane Roe", "Jane Roe's remarks" or "Governor Roe Remarks to the Press"."""
    by = _BY.search(title)
    if by:
        return _person(by.group(1), office=True)
    owner = _OWNER.search(title)
    if owner is None or not (re.search(r"['’]s?$", owner.group(1)) or _is_office(owner.group(1).split()[0])):
        return None
    return _person(owner.group(1), office=True)


def _person(words: str, *, office: bool) -> str | None:
    """The name of a person in the words, without the offices before it; None where it may be something else.

    `office`: one word is enough after an office ("President Okot").
    """
    nouns, kinds = load_nouns(), load_cues().source_kinds
    parts = [re.sub(r"['’]s?$", "", part).strip(",.") for part in words.split()]
    first = next((i for i, part in enumerate(parts) if not _is_office(part)), len(parts))
    name = [part for part in parts[first:] if part]
    bodies = kinds["outlet"] | kinds["collective"] | kinds["document"]
    if any(part.lower() in bodies or not part[0].isupper() or not part.isalpha() for part in name if "-" not in part):
        return None
    if any((noun := nouns.find(part)) is not None and noun.kind != "person" for part in name):
        return None
    fewest = 1 if office and first else SHORTEST
    return " ".join(name) if fewest <= len(name) <= LONGEST else None


def _is_office(word: str) -> bool:
    return load_nouns().is_title(word) or word.lower() in load_cues().source_kinds["person"] | {"prime", "foreign"}


def speaks_jointly(report: Report) -> bool:
    """Whether the report is a joint statement of those who say "we"."""
    voice = voice_of(report)
    return voice is not None and voice.name is None


def is_own_voice(report: Report, outlet: str | None) -> bool:
    """Whether the outlet is the very person who speaks, or the report is a joint statement of those who say "we"."""
    voice = voice_of(report)
    return speaks_jointly(report) or bool(voice and voice.name and outlet and _same_name(voice.name, outlet))


def _same_name(one: str, other: str) -> bool:
    """Whether two names may be one person's: the same last word, and first words that agree where both have them."""
    first, second = one.casefold().split(), other.casefold().split()
    alike = len(first) == 1 or len(second) == 1 or first[0][0] == second[0][0]
    return bool(first and second) and first[-1] == second[-1] and alike


def with_voice(digest: Digest) -> Digest:
    """The digest with "I" outside quotations and turns resolved to the one whose voice the report is, and "we" to those
    who say that they speak ("We, the ministers of the Lake States, met today. We condemn …"), or to the country that
    the one whose voice it is has an office of.
    """
    digest = _with_those_who_speak(digest)
    voice = voice_of(digest.report)
    name = voice.name if voice is not None else None
    digest = _with_country(digest, name) if name else digest
    own = own_words(digest, ALONE) if name else []
    if name is None or not own:
        return digest
    known = next((e for e in digest.entities if e.kind == "person" and _same_name(e.name, name)), None)
    if known is not None:
        return replace(digest, named=digest.named.with_pronouns(dict.fromkeys(own, known.id)))
    return replace(digest, named=_with_record(digest.named, name, own))


def _with_those_who_speak(digest: Digest) -> Digest:
    ours = own_words(digest, FIRST_PERSON - ALONE)
    told = (i for i in ours if any(c.dep_ == "appos" for c in digest.doc[i].rights))
    first = next(((i, known) for i in told if (known := digest.named.of_token(i)) is not None), None)
    if first is None:
        return digest
    after = [i for i in ours if i > first[0] and i not in digest.named.at]
    return replace(digest, named=digest.named.with_pronouns(dict.fromkeys(after, first[1])))


def _with_country(digest: Digest, name: str) -> Digest:
    """The digest with "we" as the speaker's country, where the report names it; not beside "[Name] and I"."""
    land = serves(digest.report.published, name)
    countries = (e for e in digest.entities if e.place is not None and e.place.feature == "country")
    ours = next((e.id for e in countries if e.country == land), None) if land else None
    if ours is None:
        return digest
    doc = digest.doc
    beside = {
        t.sent.start for t in doc if t.text == "I" and (t.dep_ == "conj" or any(c.dep_ == "conj" for c in t.rights))
    }
    words = [i for i in own_words(digest, FIRST_PERSON - ALONE) if i not in digest.named.at]
    alone = [i for i in words if beside.isdisjoint((doc[i].sent.start, doc[max(doc[i].sent.start - 1, 0)].sent.start))]
    return replace(digest, named=digest.named.with_pronouns(dict.fromkeys(alone, ours)))


def own_words(digest: Digest, words: frozenset[str]) -> list[int]:
    """Token indices of these pronouns that stand in no quotation and no turn."""
    shelf = spoken_by_others(digest)
    own = [i for i in digest.named.speakers if digest.doc[i].lower_ in words]
    return [i for i in own if not shelf.over((digest.doc[i].idx, digest.doc[i].idx + 1))]


def spoken_by_others(digest: Digest) -> Shelf[Span]:
    """What stands in quotations and turns, which is not said in the report's own voice."""
    shelf: Shelf[Span] = Shelf()
    turns = find_turns(digest.doc, digest.report.text)
    for span in (*(quotation.span for quotation in quotations_of(digest)), *(turn.span for turn in turns)):
        shelf.put(span, span)
    return shelf


def _with_record(named: Entities, name: str, own: Sequence[int]) -> Entities:
    """The entities with one more: somebody who is only ever "I" in the words."""
    identity = f"e{len(named.records) + 1}"
    spans = [(named.doc[i].idx, named.doc[i].idx + len(named.doc[i])) for i in own]
    mentions = tuple(
        Mention(spans=(span,), text=named.doc[i].text, form="pronoun") for i, span in zip(own, spans, strict=True)
    )
    record = Entity(id=identity, kind="person", name=name, mentions=mentions)
    left = tuple(i for i in named.speakers if i not in set(own))
    at = {**named.at, **dict.fromkeys(own, identity)}
    return replace(named, records=(*named.records, record), at=at, speakers=left)


def spoken(source: Source, speaker: Source | None, voice: Voice | None) -> Source:
    """A source "I" or "we" as the one who speaks there: in a quotation or turn its `speaker`, else the voice."""
    word = source.text.lower()
    if word not in FIRST_PERSON or (speaker is None and voice is None):
        return source
    if word in ALONE:
        return source if speaker is None else msgspec.structs.replace(source, entity=speaker.entity, kind=speaker.kind)
    if speaker is None:
        return msgspec.structs.replace(source, kind="collective")
    body = speaker.entity if speaker.kind == "collective" else None
    return msgspec.structs.replace(source, entity=body, kind="collective")
