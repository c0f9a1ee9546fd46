"""What the language model took for a name and is none: adjectives for peoples, words of the calendar, addresses.

"Federal" before "Audit Service" is the beginning of that name; "Presidential" by itself names no people.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import simplemma

from sayso.codebook.grammar import PLURAL
from sayso.codebook.words import word_list
from sayso.digest._naming.mentions import Mention, folded, head_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.codebook.nouns import Nouns
    from sayso.digest.gazetteer import Gazetteer

#: Kinds of names that may begin with an adjective that was taken for a people.
BEGUN = frozenset(("organization", "facility", "other"))
#: Kinds that a phrase for many may be taken for.
PHRASED = frozenset(("organization", "other", "person", "facility"))
#: Features of places that such a name may be ("Central Asia").
WIDE = frozenset(("country", "region"))
#: "D-Ohio", "R-Va.": party and home of a member of parliament, and what stands before them.
PARTY = re.compile(r"[DRI]-[A-Z][A-Za-z]*\.?(?: [A-Z][a-z]+)?")
OPENING = frozenset((",", "("))
#: What makes a people the one of a part of the world: "Latin", "Central" before "American".
PARTS, PEOPLES = word_list("world_parts"), word_list("world_peoples")
#: What a person may write behind the name: "Amal Haddad, MD".
DEGREES = word_list("degrees")
#: What stands in names of several words rather than in phrases: "League of Jurists".
FIXED = frozenset(("of", "for", "&"))
CALENDAR = frozenset(name.casefold() for name in (*calendar.month_name, *calendar.day_name) if name)


def with_adjectives(mentions: Iterable[Mention], gazetteer: Gazetteer, nouns: Nouns) -> Iterator[Mention]:
    """ "Federal" and "Audit Service", "Central" and "Asia": one name, where the first word is of no people."""

    def joined(held: Mention, mention: Mention) -> Mention | None:
        return _united(held, mention, gazetteer) if _begins(held, mention, gazetteer, nouns) else None

    return folded(mentions, joined)


def _begins(held: Mention, mention: Mention, gazetteer: Gazetteer, nouns: Nouns) -> bool:
    if held.kind != "nationality" or held.end != mention.start or held.text.islower():
        return False
    if is_part_of_world(held.words, mention.words):
        return True
    if mention.kind in BEGUN and held.words[0] in nouns.peoples and _is_own_name(mention):
        return False  # "the Druze [name of a party]"
    if gazetteer.nationality(held.text) or gazetteer.country_of(held.text):
        return False
    further = mention.kind == "nationality" and not gazetteer.nationality(mention.text)
    return further or (mention.kind in BEGUN and mention.text[:1].isupper())


def is_part_of_world(before: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """ "Latin" before "Americans": together the people of a part of the world, and of no country."""
    return len(words) == len(before) == 1 and before[0] in PARTS and words[0].removesuffix("s") in PEOPLES


def _is_own_name(mention: Mention) -> bool:
    """A name of one word that is none of the language."""
    return len(mention.words) == 1 and not simplemma.is_known(mention.words[0], lang="en")


def _united(held: Mention, mention: Mention, gazetteer: Gazetteer) -> Mention:
    doc, start, end = held.doc, held.start, mention.end
    both = Mention(doc, start, end, head_of(doc, start, end), "name", mention.kind, held.sentence, mention.many)
    if any(entry.feature in WIDE for entry in gazetteer.lookup(both.text)):
        both.kind = "place"
    elif is_part_of_world(held.words, mention.words):
        both.kind = "nationality"
    return both


def is_party(token: Token, text: str) -> bool:
    """ "D-Ohio" behind a name and a comma or bracket: the party and home of whom it names."""
    return PARTY.fullmatch(text) is not None and token.i > 0 and token.nbor(-1).text in OPENING


def is_no_name(mention: Mention, gazetteer: Gazetteer, nouns: Nouns) -> bool:
    """Whether the words name nobody and nothing."""
    words = mention.words
    if all(word in nouns.no_names for word in words) or mention.text.startswith("-"):
        return True
    if any(token.like_url or token.like_email for token in mention.doc[mention.start : mention.end]):
        return True
    if is_party(mention.doc[mention.start], mention.text) or _is_degree(mention):
        return True
    if mention.kind == "organization" and len(mention.text) == 1 and mention.text.isalpha():
        return True
    if mention.kind in ("organization", "person") and _is_shouted(mention, gazetteer, nouns):
        return True
    if mention.kind in PHRASED and (_is_phrase(words, nouns) or _is_described(mention, gazetteer)):
        return True
    if mention.kind == "nationality":
        parts = [part for word in mention.words for part in word.split("-")]
        known = any(gazetteer.nationality(part.capitalize()) for part in parts) or gazetteer.nationality(mention.text)
        return not known and _is_no_people(mention, parts, nouns)
    return mention.kind == "other" and all(word in CALENDAR or word.isdigit() for word in words)


def _is_shouted(mention: Mention, gazetteer: Gazetteer, nouns: Nouns) -> bool:
    """ "LABOR UNIONS", "WORKERS" where all is in capitals: people or bodies of some kind, and none by name."""
    last = mention.doc[mention.end - 1]
    if not FIXED.isdisjoint(mention.words) or gazetteer.nationality(mention.words[0]):
        return False
    if last.tag_ not in PLURAL or not mention.text.isupper() or not last.sent.text.isupper():
        return False
    one = mention.words[-1].removesuffix("s")
    noun = nouns.find(one) if one != mention.words[-1] and not nouns.is_unit(one) else None
    kind = noun is not None and noun.kind in ("organization", "person")
    return kind and all(simplemma.is_known(word, lang="en") for word in mention.words)


def _is_degree(mention: Mention) -> bool:
    """ "MD" in "Amal Haddad, MD", which the map has for a state."""
    doc, at = mention.doc, mention.start
    behind = at > 1 and doc[at - 1].text == "," and doc[at - 2].ent_type_ == "person"
    return behind and mention.text.casefold() in DEGREES and mention.text[:1].isupper()


def _is_phrase(words: tuple[str, ...], nouns: Nouns) -> bool:
    """ "Member States", "Finance Ministers": people and countries of some kind, with capitals."""
    return words[-1:] != () and words[-1] in nouns.phrase_ends and nouns.phrase_leads.issuperset(words[:-1])


def _is_described(mention: Mention, gazetteer: Gazetteer) -> bool:
    """ "British maritime security agency": a people's adjective and small letters, in a text that has capitals."""
    words = mention.text.split()
    small = len(words) > 2 and all(map(str.islower, words[1:]))
    return small and words[0][:1].isupper() and bool(gazetteer.nationality(words[0]))


def _is_no_people(mention: Mention, parts: list[str], nouns: Nouns) -> bool:
    """ "Presidential", "Region", "Compact": peoples have a capital, and are no other words of the language."""
    if mention.text.islower() or any(word in nouns.no_peoples for word in mention.words):
        return True
    peoples = any(part in nouns.peoples or part.removesuffix("s") in nouns.peoples for part in parts)
    return not peoples and all(simplemma.is_known(part, lang="en") for part in parts if part)
