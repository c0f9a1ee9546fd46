"""For whom "the leaders of Chad, Mali and Togo" stand: for each of those that the list names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.nouns import load_nouns
from sayso.codebook.words import word_list
from sayso.extract._first_person import OURS, speaker
from sayso.extract._listed import FEWEST, listed
from sayso.extract._phrases import OF_BODY, phrase_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from sayso.digest.digest import Digest
    from sayso.extract._telling import Telling
    from sayso.model import Statement

#: Nouns for those who speak and act for a country or body, beside titles.
SPEAKING_FOR = word_list("members_speaking_for")
NAMES = frozenset({"place", "organization"})


def name_members(tellings: Sequence[Telling], statements: Sequence[Statement], digest: Digest) -> None:
    """Says for whom "we, the leaders of …", and every word that means the same group, stands; where the group's own
    words name all of them, none is told again beside it.
    """
    members = _members_of(digest)
    if not members:
        return
    for telling in tellings:
        for word in (*telling.actors, *telling.recipients):
            group = digest.entity_at(word) or (speaker(word, statements) if word.lower_ in OURS else None)
            if group in members and _stands_for(word, members[group], digest):
                telling.both.setdefault(word.i, members[group])
            elif group in members:
                inside = set(phrase_of(word)) - {word}
                telling.actors = [t for t in telling.actors if t not in inside]
                telling.recipients = [t for t in telling.recipients if t not in inside]


def _stands_for(word: Token, members: Sequence[str], digest: Digest) -> bool:
    """A pronoun, or a noun that a longer list is cut off from."""
    cut = len(members) >= FEWEST and not set(members) <= {digest.entity_at(t) for t in phrase_of(word)}
    return word.pos_ == "PRON" or cut


def _members_of(digest: Digest) -> dict[str, list[str]]:
    """The entities that a list names, by the id of the group whose noun it follows."""
    found: dict[str, list[str]] = {}
    for token in digest.doc:
        if token.tag_ in ("NNS", "NNPS") and _speaks_for(token):
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
