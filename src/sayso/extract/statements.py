"""Who said what: every attribution of the report, with its source, cue, content, act, stance and nesting.

The attribution head finds most of them; the cue table finds those it misses; quotations that nobody's clause explains
go to the speaker that newspaper practice gives them. Then edges are repaired as PolNeAR cuts them, doubles merged,
sources resolved.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from sayso.extract._saying import acts, sources
from sayso.extract._saying.agreement import rejoined
from sayso.extract._saying.asides import says_nothing
from sayso.extract._saying.authors import speaking
from sayso.extract._saying.backshift import by_backshift
from sayso.extract._saying.completion import (
    completed_by_parse,
    with_bare_charge,
    with_bare_source,
    with_whole_object,
    with_whole_source,
)
from sayso.extract._saying.counts import by_counts
from sayso.extract._saying.draft import Draft, Shelf, shared
from sayso.extract._saying.edges import Edges
from sayso.extract._saying.frames import by_frames
from sayso.extract._saying.head import completed, from_head, has_head
from sayso.extract._saying.heard import by_heard, with_passed_on
from sayso.extract._saying.hearers import with_answers, with_hearers
from sayso.extract._saying.last_words import by_last_words
from sayso.extract._saying.leads import with_whole_quotations
from sayso.extract._saying.light import by_light
from sayso.extract._saying.naming import by_naming
from sayso.extract._saying.nesting import merged, parents
from sayso.extract._saying.no_speech import says_something
from sayso.extract._saying.own_words import by_own_words, is_own_view, spoken_places
from sayso.extract._saying.quotes import Quotation, quotations_of
from sayso.extract._saying.retold import by_retelling, is_retold
from sayso.extract._saying.speakers import by_quotations, is_speech
from sayso.extract._saying.stance import stance_of
from sayso.extract._saying.turns import BY as TURN
from sayso.extract._saying.turns import by_turns, find_turns, within_turns
from sayso.extract._saying.views import by_views
from sayso.extract._saying.voice import ALONE, FIRST_PERSON, spoken, voice_of
from sayso.model import Cue, Manner, Source, Span, Statement, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sayso.digest.digest import Digest

#: Least score of a statement by cue table beside a head, and without one; set on PolNeAR's dev part.
LEAST_BESIDE_HEAD = 0.7
LEAST_ALONE = 0.25
#: Least score of a statement by cue table inside another statement's content, and speakers that are none there.
SURE_INSIDE = 0.55
NOT_THIRD = frozenset(
    ("", *"i we you one he she it they who which that".split(), *"his her its their my our your".split())
)


def find_statements(digest: Digest) -> tuple[Statement, ...]:
    """All statements of the report, in text order."""
    quotations = quotations_of(digest)
    edges = Edges(digest.report.text, quotations)
    speech = voice_of(digest.report) is not None
    drafts = find_drafts(digest.doc, digest.report.text, quotations, speech=speech)
    above = parents(drafts)
    made = [_statement(digest, edges, drafts, i, above[i]) for i in range(len(drafts))]
    return with_hearers(digest, _with_speakers(digest, with_answers(digest, made)))


def _with_speakers(digest: Digest, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, those of "I", of "we" and of an "it is good that" with the one who speaks there."""
    voice = voice_of(digest.report)
    shelf = _spoken_words(statements)
    speaks = {one.id: one.source.entity for one in statements if one.source is not None}

    def is_oneself(statement: Statement, source: Source) -> bool:
        """ "They" of "“They told us …,” the elders said" where they were taken for the elders."""
        return (
            is_retold(statement.by)
            and source.entity is not None
            and speaks.get(statement.inside or "") == source.entity
        )

    def resolved(statement: Statement) -> Statement:
        """The statement with whoever speaks there as its source."""
        source = statement.source
        if source is not None and source.text.lower() in FIRST_PERSON:
            over = said_over(shelf, source.spans[0])
            speaker = speaking(digest, over) if over is not None else None
            return msgspec.structs.replace(statement, source=spoken(source, speaker, voice))
        if source is not None and is_oneself(statement, source):
            return msgspec.structs.replace(statement, source=msgspec.structs.replace(source, entity=None))
        if source is None and statement.cue is not None and is_own_view(digest.doc, statement.cue.spans[0]):
            over = said_over(shelf, statement.cue.spans[0])
            return statement if over is None else msgspec.structs.replace(statement, source=over.source)
        return statement

    return tuple(resolved(statement) for statement in statements)


def _spoken_words(statements: Sequence[Statement]) -> Shelf[Statement]:
    shelf: Shelf[Statement] = Shelf()
    for statement in statements:
        if statement.manner != "indirect" and statement.source is not None:
            for span in statement.content.spans:
                shelf.put(span, statement)
    return shelf


def said_over(shelf: Shelf[Statement], span: Span) -> Statement | None:
    """The innermost quotation or turn over the words."""
    over = shelf.over(span)
    return min(over, key=lambda s: sum(end - start for start, end in s.content.spans), default=None)


def find_drafts(doc: Doc, text: str, quotations: Sequence[Quotation], *, speech: bool) -> list[Draft]:
    """Spans of all statements, before they are typed; `speech`: the whole report is somebody's own words."""
    edges = Edges(text, quotations)
    least = LEAST_BESIDE_HEAD if has_head(doc) else LEAST_ALONE
    tables = (by_frames, by_light, by_naming, by_views, by_counts, by_last_words, by_heard)
    frames = sorted((draft for table in tables for draft in table(doc)), key=lambda draft: draft.cue)
    found = completed(text, (one for one in from_head(doc, frames) if not says_nothing(doc, one)), frames)
    found = [with_bare_source(doc, with_whole_source(doc, with_whole_object(doc, draft))) for draft in found]
    found += _beside(doc, found, frames, quotations, least)
    turns = find_turns(doc, text)
    places = spoken_places(doc, text, quotations, turns, whole=speech)
    own = by_own_words(doc, text, places, frames)
    found = [draft for draft in found if not _is_part(draft, own)]
    found += _unseen(own, found)
    found = [with_bare_charge(doc, completed_by_parse(doc, text, one, own=_is_own(one, places))) for one in found]
    found = with_whole_quotations(doc, text, quotations, within_turns(found, turns))
    found += by_turns(turns)
    repaired = [draft for one in found if (draft := edges.repaired(one)) is not None]
    repaired = [draft for draft in repaired if not _is_named(text, draft, edges)]
    repaired = merged([draft for draft in repaired if says_something(doc, text, draft)])
    spoken = by_quotations(doc, text, quotations, repaired)
    spoken += by_backshift(doc, quotations, spoken)
    retold = (edges.repaired(draft) for draft in by_retelling(doc, text, quotations, frames, spoken))
    spoken += [draft for draft in retold if draft is not None and says_something(doc, text, draft)]
    return _once(doc, merged(with_passed_on(doc, merged(spoken))))


def _is_named(text: str, draft: Draft, edges: Edges) -> bool:
    """ "The so-called “peace corridor”": a quotation that nobody says and that is no speech."""
    quotation = None if draft.source or draft.cue else edges.quotation_at(draft.content[0][0])
    return quotation is not None and not is_speech(text, quotation)


def _is_own(draft: Draft, places: Shelf[Span]) -> bool:
    return bool(draft.cue and draft.content) and all(places.over(span) for span in (draft.cue[0], draft.content[-1]))


def _is_part(draft: Draft, own: Sequence[Draft]) -> bool:
    """Whether the cue is the first words ("would like") of one of somebody's own ("would like to note"), or reaches
    into its content ("will honour") and leaves out the end of that ("… this courage and cherish the fallen").
    """
    return bool(draft.cue) and any(
        one.cue[0][0] == draft.cue[0][0]
        and (draft.cue[0][1] < one.cue[0][1] or (one.cue[0][1] < draft.cue[0][1] and _ends_before(draft, one)))
        for one in own
    )


def _ends_before(draft: Draft, other: Draft) -> bool:
    return bool(draft.content) and draft.content[-1][1] < other.content[-1][1]


def _unseen(drafts: Sequence[Draft], found: Sequence[Draft]) -> list[Draft]:
    """The drafts whose cue is no part of a cue that was found."""
    cues: Shelf[Draft] = Shelf()
    for draft in found:
        for span in draft.cue:
            cues.put(span, draft)
    return [draft for draft in drafts if not cues.over(draft.cue[0])]


def _once(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts less those whose cue is the noun of an act that another one's verb tells."""
    by_cue: Shelf[Draft] = Shelf()
    for draft in drafts:
        for span in draft.cue:
            by_cue.put(span, draft)
    kept = []
    for draft in drafts:
        verb = acts.told_again(draft, doc)
        tellers = by_cue.over((verb.idx, verb.idx + len(verb))) if verb is not None else []
        if not any(other is not draft and shared(other.content, draft.cue) for other in tellers):
            kept.append(draft)
    return kept


def _beside(
    doc: Doc, found: Sequence[Draft], frames: Sequence[Draft], quotations: Sequence[Quotation], least: float
) -> list[Draft]:
    """Of the frames' drafts those that may stand beside the head's: sure ones, and statements within a statement.

    PolNeAR marks none of the latter. Kept are those that a third party makes, by a name or a noun and outside
    quotations.
    """
    contents: Shelf[Draft] = Shelf()
    for draft in found:
        for span in draft.content:
            contents.put(span, draft)
    quoted: Shelf[Quotation] = Shelf()
    for quotation in quotations:
        quoted.put(quotation.span, quotation)
    text = doc.text  # put together anew whenever it is asked for
    kept = []
    for draft in frames:
        if not contents.over(draft.cue[0]) or _is_rejoined(doc, draft.cue[0]):
            sure = draft.score >= (SURE_INSIDE if _is_rejoined(doc, draft.cue[0]) else least)
        else:
            speaker = text[slice(*draft.source[0])].lower() if draft.source else ""
            sure = draft.score >= SURE_INSIDE and speaker not in NOT_THIRD and not quoted.over(draft.cue[0])
        if sure:
            kept.append(draft)
    return kept


def _is_rejoined(doc: Doc, cue: Span) -> bool:
    """Whether the cue goes on after a content that the parse made it a part of."""
    words = doc.char_span(*cue, alignment_mode="expand")
    return words is not None and any(rejoined(token) is not None for token in words)


def _statement(digest: Digest, edges: Edges, drafts: Sequence[Draft], i: int, above: int | None) -> Statement:
    text, draft = digest.report.text, drafts[i]
    head = acts.cue_head(digest.doc, draft.cue)
    entry = acts.entry_of(head, digest.doc, draft.content)
    cue = words(text, *draft.cue)
    lemma = (head.lemma_ if head is not None else cue.text).lower()
    return Statement(
        id=f"s{i + 1}",
        source=sources.source_from(digest, draft.source, label=draft.by == TURN and cue.text == ":"),
        cue=Cue(spans=cue.spans, text=cue.text, lemma=lemma) if draft.cue else None,
        content=words(text, *draft.content),
        manner=_manner(text, draft, edges),
        act=acts.act_of(digest, draft, entry),
        addressee=acts.addressee_of(digest, head, entry, draft),
        stance=stance_of(digest, head, entry, draft),
        inside=None if above is None else f"s{above + 1}",
        by=draft.by,
        score=round(min(1.0, max(0.0, draft.score)), 3),
    )


def _manner(text: str, draft: Draft, edges: Edges) -> Manner:
    if is_retold(draft.by):
        return "indirect"
    return "direct" if draft.by == TURN else acts.manner_of(text, draft.content, edges)


def speakers_of(digest: Digest, statements: Sequence[Statement]) -> dict[int, str]:
    """Who "I" is: token index of each first-person pronoun inside a quotation → entity id of its speaker.

    "We" is the speaker's only where a body speaks. For `Entities.with_pronouns`.
    """
    shelf = _spoken_words(statements)
    found = {}
    for index in digest.named.speakers:
        token = digest.doc[index]
        over = said_over(shelf, (token.idx, token.idx + len(token)))
        speaker = speaking(digest, over) if over is not None else None
        if speaker is None or speaker.entity is None:
            continue
        if token.lower_ in ALONE or speaker.kind == "collective":
            found[index] = speaker.entity
    return found
