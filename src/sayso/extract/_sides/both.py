"""Who "the two leaders", "the parties" or "both presidents" are: the two whom the report names as sides of one talk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.digest._naming.clusters import SUFFIXES
from sayso.extract._saying.hearers import LONGEST_TITLE, sides_of
from sayso.extract._saying.voice import speaks_jointly
from sayso.extract._sides.counted import is_pair_of_people
from sayso.extract._sides.first_person import speaker
from sayso.extract._sides.talks import CALL, SIDES, TALK, goes_on_elsewhere, leaves_open
from sayso.extract._telling.telling import Telling
from sayso.model import Entity, Statement

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: Titles of reports of one talk of two.
TALKS = re.compile(r"\b(?:talks|meeting|conversation) with\b", re.IGNORECASE)
#: Words that may stand before a noun for both sides: any other says which ones they are.
OPEN = frozenset({"the", "both", "two", "these"})
#: Types of events whose sides are then "the two".
TOGETHER = frozenset({"CONSULT", "AGREE"})
NAMES = frozenset({"person", "place", "organization"})
SIGNING = frozenset({"sign", "initial", "ink"})
#: What may stand before the noun for the talk that a report is of; a noun with one of the last ones surely is it.
OWN = word_list("talks_own")
HERE = frozenset({"this", "these", "today", "bilateral"})
FACE_TO_FACE = frozenset({None, "meet", "phone"})
#: What is said to somebody, whether he is named beside it or not.
GREETINGS = word_list("both_greetings")
PAIR = 2
#: Verbs and types of what two voice in a talk without a word of who does.
VOICING = frozenset({"express", "voice", "reaffirm", "reiterate", "confirm"})
VOICED = frozenset({"SUPPORT", "ACCUSE", "AGREE"})
NAME = re.compile(r"[\w’'-]+")
#: Nouns for both sides that only people are.
PEOPLE = SIDES - {"party", "side", "both", "two", "counterpart"}


def name_both(tellings: Sequence[Telling], statements: Sequence[Statement], digest: Digest) -> None:
    """Says for whom a noun for both sides, or "they", stands, and puts the two, by name, where talks leave the sides
    open, as far as they are known.
    """
    nouns = {t.i for telling in tellings for t in telling.actors + telling.recipients if _is_both(t)}
    groups = {digest.entity_at(digest.doc[i]) for i in nouns} - {None}
    by_title = _of_report(tellings, statements, digest)
    by_id = {digest.entity_at(t) for t in by_title}
    in_title, jointly = _named_in_title(digest), speaks_jointly(digest.report)
    title = {word.lower() for word in (digest.report.title or "").split()}
    last: list[Token] = []
    near: list[Token] = []
    for telling in tellings:
        both = [t for t in telling.actors + telling.recipients if t.i in nouns]
        both += [t for t in telling.actors if t.pos_ == "PRON" and digest.entity_at(t) in groups]
        if by_title and telling.type in TOGETHER:
            they = [t for t in telling.actors if t.lower_ == "they" and digest.entity_at(t) is None]
            both += [t for t in they if speaker(t, statements) not in by_id]
        for word in both:
            said = in_title if lemma(word) in PEOPLE else []
            beside = near if word.lower_ in ("both", "two") and _is_just_before(near, word) else []
            ours = by_title if len(by_title) == PAIR or not _are_two(word) else []
            pair = beside or ours or (jointly and in_title) or (last if _fits(last, word, digest) else said)
            known = [entity for t in pair if (entity := digest.entity_at(t)) is not None]
            if len(set(known)) > 1:
                telling.both[word.i] = known
        if not both:
            near = _joined_names(telling, digest) or near
        if not both and (telling.type in TOGETHER or _is_signed(telling)):
            last = _two_sides(telling, digest) or last
            if by_title and (_is_open(telling) or _lacks_one(telling, by_title, title, digest)):
                telling.actors = list(by_title)
            elif by_title and telling.recipients and not telling.actors:
                telling.actors = _speaker_beside(telling, by_title, statements, digest)
        if by_title and _is_voiced_by_nobody(telling):
            telling.actors = list(by_title)
        if by_title and telling.type == "SUPPORT":
            telling.recipients = telling.recipients or _greeted(telling, by_title, statements, digest)


def _is_signed(telling: Telling) -> bool:
    """ "The two armies signed a truce": the sides of a paper are those who sign it."""
    return telling.type == "SUPPORT" and not telling.recipients and lemma(telling.head) in SIGNING


def _joined_names(telling: Telling, digest: Digest) -> list[Token]:
    """The two who do or suffer something together by their names, or who meet."""
    two = [side for side in (telling.actors, telling.recipients) if len(side) == PAIR]
    both = two[0] if two else _two_sides(telling, digest) if telling.type in TOGETHER else []
    kinds = {_kind(t, digest) for t in both}
    return both if len(kinds) == 1 and kinds <= NAMES else []


def _is_just_before(pair: Sequence[Token], word: Token) -> bool:
    """Whether they stand before the word, in its sentence or the last."""
    start = word.sent.start
    return bool(pair) and pair[-1].i < word.i and start in (pair[-1].sent.start, pair[-1].sent.end)


def _is_both(token: Token) -> bool:
    """ "The leaders", "the two sides", "both"; not "their leaders", "party leaders", "the leaders of Chad"."""
    if token.lower_ == "both" and token.dep_ in ("nsubj", "nsubj:pass", "obj", "obl"):
        return True
    plain = all(c.lower_ in OPEN for c in token.children if c.dep_ not in ("punct", "cc", "conj", "advmod"))
    two = token.lower_ == "two" and is_pair_of_people(token)
    return two or (token.tag_ == "NNS" and lemma(token) in SIDES and plain)


def _are_two(word: Token) -> bool:
    """ "Both", "the two leaders"."""
    return bool({"both", "two"} & {word.lower_, *(c.lower_ for c in word.children)})


def _speaker_beside(
    telling: Telling, sides: Sequence[Token], statements: Sequence[Statement], digest: Digest
) -> list[Token]:
    """ "[Name]: The talks with the President were long": of those who talk, the one who speaks of it."""
    if telling.type != "CONSULT" or syntax.is_verb(telling.head):
        return []
    known = {digest.entity_at(t): t for t in sides}
    who = speaker(telling.head, statements)
    others = {digest.entity_at(t) for t in telling.recipients}
    return [known[who]] if who in known and who not in others and others <= set(known) else []


def _fits(pair: list[Token], word: Token, digest: Digest) -> bool:
    """Whether the two may be what the word says: no towns are "the presidents"."""
    return bool(pair) and (_kind(pair[0], digest) == "person" or lemma(word) not in PEOPLE)


def _two_sides(telling: Telling, digest: Digest) -> list[Token]:
    """The sides of talks or of an agreement, where they are two whose names are known and of one kind."""
    sides = [*telling.actors, *telling.recipients]
    kinds = {_kind(t, digest) for t in sides}
    return sides if len(sides) == 2 and len(kinds) == 1 and kinds <= NAMES else []


def _kind(word: Token, digest: Digest) -> str:
    """The kind of a name, of who is meant by the office ("the President") where the report names him, or of a body
    whose country is known ("the Congolese government").
    """
    if word.ent_type_:
        return word.ent_type_
    entity = digest.by_id.get(digest.entity_at(word) or "") if word.pos_ in ("NOUN", "PROPN") else None
    named = entity is not None and any(m.form == "name" for m in entity.mentions)
    national = entity is not None and entity.kind == "organization" and entity.country is not None
    return entity.kind if entity is not None and (named or national) else ""


def _greeted(telling: Telling, pair: Sequence[Token], statements: Sequence[Statement], digest: Digest) -> list[Token]:
    """ "Reis also expressed condolences", "my congratulations": of the two who talk, the other one."""
    word = next((t for t in telling.tokens if lemma(t) in GREETINGS), None)
    if word is None or not telling.actors:
        return []
    doers = {digest.entity_at(t) or speaker(t, statements) for t in telling.actors}
    others = [t for t in pair if digest.entity_at(t) not in doers]
    return others if len(doers) == len(others) == 1 else []


def _family(name: str) -> list[str]:
    """The last word of a name, without "Jr."."""
    return [word for word in NAME.findall(name) if word.lower() not in SUFFIXES][-1:]


def _named_in_title(digest: Digest) -> list[Token]:
    """The two people of the report whom its title names, if they are two."""
    words = set(NAME.findall((digest.report.title or "")[:LONGEST_TITLE]))
    people = [e for e in digest.entities if e.kind == "person" and any(m.form == "name" for m in e.mentions)]
    named = [e for e in people if words & set(_family(e.name))]
    names = [t for e in named if (t := _name_of(e, digest)) is not None]
    return names if len(names) == 2 else []


def _of_report(tellings: Sequence[Telling], statements: Sequence[Statement], digest: Digest) -> list[Token]:
    """The two who talk in a report of one talk, or who do something in it, if they are two, and its title names one."""
    by_id = {e.id: e for e in digest.entities if e.kind == "person"}
    both = [by_id[one] for one in sides_of(digest, statements) if one in by_id] or _who_do(tellings, statements, digest)
    names = [t for e in both if (t := _name_of(e, digest)) is not None]
    return names if len(names) >= PAIR else []


def _who_do(tellings: Sequence[Telling], statements: Sequence[Statement], digest: Digest) -> list[Entity]:
    title = digest.report.title or ""
    if not (CALL.search(title) or TALKS.search(title)):
        return []
    doing = {digest.entity_at(t) for telling in tellings for t in telling.actors}
    doing |= {s.source.entity for s in statements if s.source is not None}
    people = [e for e in digest.entities if e.kind == "person"]
    named = {e.id for e in people if set(_family(e.name)) & set(NAME.findall(title))}
    both = [e for e in people if e.id in named or e.id in doing] if named else []
    return both if len(both) == PAIR else []


def _name_of(entity: Entity, digest: Digest) -> Token | None:
    """The head of the first mention by name, else of the first one."""
    mention = next((m for m in entity.mentions if m.form == "name"), entity.mentions[0])
    start, end = mention.spans[-1]
    span = digest.doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else None


def _is_open(telling: Telling) -> bool:
    """ "The conversation was long", "it was agreed": talks without sides, and the one talk of a report of a call."""
    one = telling.mode == "phone" and telling.head.tag_ == "NN"
    sentence = telling.head.sent.start
    own = [t for t in (*telling.actors, *telling.recipients) if t.sent.start == sentence]
    return not own and (one or leaves_open(telling))


def _is_voiced_by_nobody(telling: Telling) -> bool:
    """ "Satisfaction was expressed with the talks", in a report of one talk."""
    voiced = lemma(telling.head) in VOICING and syntax.is_passive(telling.head)
    return telling.type in VOICED and voiced and not telling.actors


def _lacks_one(telling: Telling, both: list[Token], title: set[str], digest: Digest) -> bool:
    """ "During the meeting, Reis asked for boats", "the meeting was short", "Reis discussed the boats": the talk that
    the report is of, of which the sentence names one of the two, or nobody.
    """
    if telling.type != "CONSULT" or telling.recipients or not (_is_this(telling, title) or _was_told(telling)):
        return False
    known = {digest.entity_at(t) for t in both}
    return all(digest.entity_at(t) in known for t in telling.actors)


def _was_told(telling: Telling) -> bool:
    """ "Reis discussed the reform", which he did with the one to whom he speaks."""
    head = telling.head
    alone = all(t.ent_type_ == "person" for t in telling.actors)
    return head.tag_ == "VBD" and lemma(head) in TALK and bool(telling.actors) and alone


def _is_this(telling: Telling, title: set[str]) -> bool:
    """ "The meeting" where the title says "Meeting with …", "this dialogue", "a bilateral meeting": no other one."""
    head = telling.head
    if syntax.is_verb(head) or telling.mode not in FACE_TO_FACE or goes_on_elsewhere(telling):
        return False
    before = {lemma(c) for c in head.children if c.i < head.i and c not in telling.tokens and c.dep_ != "case"}
    here = bool(before & HERE)
    return before <= OWN and (here or ("the" in before and bool({lemma(head), head.lower_} & title)))
