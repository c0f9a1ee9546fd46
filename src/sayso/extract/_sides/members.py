"""For whom "the leaders of Chad, Mali and Togo", "they" behind "Chad and Mali said", and "we" of a joint statement,
stand: for each of those that the list names, and for those who speak in its first sentences.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.codebook import syntax
from sayso.codebook.grammar import PLURAL
from sayso.codebook.match import lemma
from sayso.codebook.nouns import load_nouns
from sayso.codebook.words import word_list
from sayso.digest._naming.clusters import SUFFIXES
from sayso.digest._places.dateline import opening
from sayso.extract._saying.voice import speaks_jointly
from sayso.extract._sides.first_person import OURS, speaker
from sayso.extract._sides.listed import FEWEST, listed
from sayso.extract._sides.phrases import OF_BODY, phrase_of
from sayso.extract._telling.telling import FORCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from sayso.digest.digest import Digest
    from sayso.extract._telling.telling import Telling
    from sayso.model import Entity, Statement

#: Nouns for those who speak and act for a country or body, beside titles.
SPEAKING_FOR = word_list("members_speaking_for")
NAMES = frozenset({"place", "organization"})
#: Those who may speak together, and within how many sentences of a joint statement they are told.
TOGETHER = NAMES | {"person"}
FIRST = 3
PAIR = 2
WORD = re.compile(r"[\w’'-]+")
THEY = frozenset({"they", "them", "their"})


def name_members(tellings: Sequence[Telling], statements: Sequence[Statement], digest: Digest) -> None:
    """Says for whom "we, the leaders of …", and every word that means the same group, stands; where the group's own
    words name all of them, none is told again beside it.
    """
    members = _members_of(digest)
    jointly = _who_speak(digest)
    for telling in tellings:
        for word in (*telling.actors, *telling.recipients):
            ours = word.lower_ in OURS and word.pos_ == "PRON"
            group = digest.entity_at(word) or (speaker(word, statements) if ours else None)
            if group is None and ours and jointly:
                telling.both.setdefault(word.i, jointly)
            if group is None and word.lower_ in THEY and (theirs := _joined_before(word, digest)):
                telling.both.setdefault(word.i, theirs)
            if group is not None and word.lower_ == "they" and group in (theirs := _subjects_before(word, digest)):
                telling.both.setdefault(word.i, theirs)
            done_to = (telling.type in FORCE or telling.mode == "release") and word in telling.recipients
            if group in members and not done_to and _stands_for(word, members[group], digest):
                telling.both.setdefault(word.i, members[group])
            elif group in members:
                inside = set(phrase_of(word)) - {word}
                telling.actors = [t for t in telling.actors if t not in inside]
                telling.recipients = [t for t in telling.recipients if t not in inside]


def _joined_before(they: Token, digest: Digest) -> list[str]:
    """ "Chad and Mali said that they …", "Chad and Mali met. They …": the names that are joined as the subject of the
    sentence, or of the one before where it is the first word; none where others stand between.
    """
    start = they.sent.start
    if they.i == start and start > 0:
        start = they.doc[start - 1].sent.start
    between = they.doc[start : they.i]
    first = next((t for t in between if t.dep_ == "nsubj" and len(syntax.conjuncts(t)) > 1), None)
    if first is None:
        return []
    names = [t for t in listed(first) if t.ent_type_ in TOGETHER]
    others = [t for t in between if t.tag_ in PLURAL and t.dep_ == "nsubj" and t.i > first.i]
    known = _known(names, digest)
    return known if len(known) > 1 and len(known) == len(syntax.conjuncts(first)) and not others else []


def _subjects_before(they: Token, digest: Digest) -> list[str]:
    """ "Chad and nine embassies voiced dismay. They …": those who are joined as the subject of the sentence before."""
    if they.i == 0 or they.i != they.sent.start or they.dep_ not in syntax.SUBJECTS:
        return []
    before = they.doc[they.i - 1].sent
    first = next((t for t in before if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
    known = [] if first is None else _known(listed(first), digest)
    return known if first is not None and len(known) == len(syntax.conjuncts(first)) > 1 else []


def _who_speak(digest: Digest) -> list[str]:
    """ "Chad and Mali affirm our friendship. We …": the first subject of a joint statement that names several, or says
    of a group that it speaks; else the two of its title ("the Chad-Mali Partnership").
    """
    if not speaks_jointly(digest.report):
        return []
    for sentence in opening(digest.doc, FIRST):
        for subject in (t for t in sentence if t.dep_ == "nsubj" and t.head.dep_ in ("ROOT", "ccomp", "conj")):
            speaks = subject.lower_ == "we" or (subject.tag_ == "NNS" and _speaks_for(subject))
            group = [subject] if speaks else []
            first = next(iter(syntax.children(subject, "appos") if group else []), subject)
            names = _known([t for t in listed(first) if t.ent_type_ in TOGETHER], digest)
            known = names if len(names) > 1 else _known(group, digest)
            if known:
                return known
    title = digest.report.title or ""
    people = {word for word in WORD.findall(title) if word[0].isupper()}
    ours = [e.id for e in digest.entities if e.kind == "person" and _is_named_by(e, people)]
    if len(ours) > 1:
        return ours
    named = [(e, n) for e in digest.entities if e.kind in NAMES and (n := _name_in(title, e)) is not None]
    pairs = (
        [a.id, b.id]
        for a, one in named
        for b, other in named
        if re.search(rf"{re.escape(one)}[-–]{re.escape(other)}", title)
    )
    countries = [e.id for e, _ in named if e.place is not None and e.place.feature == "country"]
    return next(pairs, countries if len(countries) == PAIR else [])


def _name_in(title: str, entity: Entity) -> str | None:
    """The longest name that the report has for it and that stands in the title as a word."""
    names = {entity.name, *(m.text for m in entity.mentions if m.form == "name")}
    found = [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title)]
    return max(found, key=len, default=None)


def _is_named_by(person: Entity, words: set[str]) -> bool:
    """Whether the report names somebody, and the words have the last one of the name."""
    last = [word for word in WORD.findall(person.name) if word.lower() not in SUFFIXES][-1:]
    return any(m.form == "name" for m in person.mentions) and bool(last) and last[0] in words


def _known(words: Sequence[Token], digest: Digest) -> list[str]:
    return list(dict.fromkeys(entity for t in words if (entity := digest.entity_at(t)) is not None))


def _stands_for(word: Token, members: Sequence[str], digest: Digest) -> bool:
    """A pronoun, or a noun that a longer list is cut off from."""
    cut = len(members) >= FEWEST and not set(members) <= {digest.entity_at(t) for t in phrase_of(word)}
    return word.pos_ == "PRON" or cut


def _members_of(digest: Digest) -> dict[str, list[str]]:
    """The entities that a list names, by the id of the group whose noun it follows."""
    found: dict[str, list[str]] = {}
    for token in digest.doc:
        if token.tag_ in PLURAL and _speaks_for(token):
            group, theirs = digest.entity_at(token), [digest.entity_at(t) for t in _named(token)]
            if group is not None and len(set(theirs)) > 1 and group not in theirs:
                found.setdefault(group, [one for one in theirs if one is not None])
    return found


def _speaks_for(noun: Token) -> bool:
    return lemma(noun) in SPEAKING_FOR or (load_nouns().is_title(lemma(noun)) and lemma(noun) not in OF_BODY)


def _named(noun: Token) -> list[Token]:
    """The countries and bodies of the list that follows the noun and "of"."""
    first = next((t for t in syntax.prepositional(noun, "of") if t.ent_type_ in NAMES and t.i > noun.i), None)
    return [] if first is None else [t for t in listed(first) if t.ent_type_ in NAMES]
