"""What kind of thing a name names, where its own words or the mark around it tell: a duchy, a numbered unit, a hull."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.codebook.nouns import Nouns
from sayso.codebook.words import word_list
from sayso.digest._naming.mentions import OWN, Mention, head_of
from sayso.digest._naming.roles import is_alias
from sayso.digest._places.place_lists import LISTS

#: Nouns for a land by who ruled it: "the Duchy of X" is a place.
REALM_NOUNS = word_list("realm_nouns")
#: What broadcasts and prints: "Radio X", "Gazeta"; what the map is divided into.
MEDIA_LEADS, MEDIA_ENDS = word_list("media_leads"), word_list("media_ends")
AREAS = LISTS.settled - {"capital", "port", "seaport", "settlement", "city"} | word_list("areas")
#: Kinds that such a name is taken for and is none of: a body's, an area's, a land's, a numbered unit's.
NO_BODIES, NO_AREAS = frozenset(("person", "other", "facility")), frozenset(("person", "other"))
NO_LANDS = frozenset(("organization", "other"))
CRAFT = frozenset(("vehicle", "weapon"))
#: Nouns for ships.
SHIPS = word_list("ships")
NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
#: "DDG 70", "L 12", "F-35": the number that a ship bears, in brackets behind its name.
HULL = re.compile(r"[A-Z]{1,4}(?: ?- ?| )?\d{1,4}")
LONGEST_HULL = 3


def kind_by_words(mention: Mention) -> str | None:
    """The kind that the words of a name tell; None where they do not."""
    words = mention.words
    if mention.kind in CRAFT and len(words) > 1 and NUMBERED.fullmatch(words[0]):
        return "organization"  # "the 81st Guards" is no ship
    if mention.kind in NO_BODIES and len(words) > 1 and (words[0] in MEDIA_LEADS or words[-1] in MEDIA_ENDS):
        return "organization"
    if (
        mention.kind in NO_AREAS
        and len(words) > 1
        and words[-1] in AREAS
        and mention.doc[mention.end - 1].text.istitle()
    ):
        return "place"
    if mention.kind in NO_LANDS and "of" in words[1:3] and _is_land(mention):
        return "place"
    return None


def kind_by_noun(mention: Mention, nouns: Nouns) -> str | None:
    """ "The state news agency [Name]", "a firm [Name]": a single name behind a noun for a body is no person."""
    if mention.kind == "other" and is_alias(mention.doc[mention.head]):
        return "person"  # "who goes by the name [Name]"
    if mention.kind != "person" or len(mention.words) != 1 or not mention.start:
        return None
    token, before = mention.doc[mention.head], mention.doc[mention.start - 1]
    if before.tag_ != "NN" or not before.is_lower or before.i not in (token.head.i, token.i - 1):
        return None
    noun = nouns.find(before.lower_, before.lemma_)
    body = noun is not None and noun.kind == "organization" and token.dep_ in ("appos", "flat", "nmod:desc")
    return "organization" if body else None


def kind_by_article(mention: Mention) -> str | None:
    """ "The Amal Haddad sank" where there is a ship: people have no article."""
    doc, end = mention.doc, mention.end
    if (
        mention.kind != "person"
        or len(mention.words) < 2
        or not mention.start
        or doc[mention.start - 1].lower_ != "the"
    ):
        return None
    before_noun = end < len(doc) and (doc[end].pos_ in ("NOUN", "PROPN", "ADJ") or doc[end].lower_ in OWN)
    return "vehicle" if not before_noun and any(token.lower_ in SHIPS for token in doc) else None


def _is_land(mention: Mention) -> bool:
    """ "Duchy of X", "Crown Colony of X": the noun before "of" heads all of the name."""
    noun = mention.doc[mention.start + mention.words.index("of") - 1]
    return noun.lower_ in REALM_NOUNS and noun.i == mention.head


def with_hulls(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The names, in text order; "DDG 70" in brackets behind a ship is a name of a ship."""
    held: Mention | None = None
    for mention in mentions:
        if held is not None and held.kind == "vehicle" and mention.start == held.end + 1:
            _settle_hull(mention)
        held = mention
        yield mention


def _settle_hull(mention: Mention) -> None:
    doc, start = mention.doc, mention.start
    if doc[start - 1].text != "(":
        return
    end = next((i for i in range(start, min(start + LONGEST_HULL + 1, len(doc))) if doc[i].text == ")"), None)
    if end is not None and HULL.fullmatch(doc[start:end].text):
        mention.end, mention.kind, mention.head = end, "vehicle", head_of(doc, start, end)
