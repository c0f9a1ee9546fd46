"""Where a name begins and ends: an adjective with a capital is its first word, one in small letters is not; what the
tokenizer left on it ("-backed", "counter-", a footnote's number, an address) is not of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import simplemma

from sayso.codebook.grammar import LANDS_AND_BODIES, THINGS
from sayso.codebook.words import word_list
from sayso.digest._naming.mentions import OWN, Mention, head_of
from sayso.digest._naming.not_names import is_part_of_world

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest.gazetteer import Gazetteer

#: "U.S.-backed", "Riyadh-led", "Okot(translated", "Okot:…yes", "Salim,[1", 'Amal"<amal@…': what the tokenizer left on
#: the name.
TAIL = re.compile(
    r"(?<=\w\W|\w\w)[-‐‑–](?:[a-z]{2,20}(?:ed|en|ing|un)|led|made|born|held|built|bound|era|friendly)$"
    r"|\([A-Z]?[a-z]{4,20}$|:\W?\w{0,20}$|[).,;]{0,3}\[\d{1,3}\b.*$|[\"”]?<\S*$|[-–—]{2,}$"
)
#: "counter-", "pro-" before what a name names.
LEAD = re.compile(r"(?:anti|counter|ex|inter|intra|non|pan|post|pre|pro|trans)[-‐‑–](?=[A-Z])")
#: Adjectives that count: "the First Congress" is one of several.
ORDINALS = word_list("status_ordinals") | {"first", "1st"}
CLOSING = {")": "(", "]": "["}


def settle_edges(mention: Mention, gazetteer: Gazetteer, spots: frozenset[int]) -> None:
    """Mends the edges of a name in place. `spots`: the words that toponyms stand at."""
    _close(mention)
    _drop_small(mention)
    _take_adjective(mention, gazetteer, spots)
    _take_part(mention)
    last = mention.doc[mention.end - 1].text
    found = TAIL.search(last)
    mention.cut = len(last) - found.start() if found is not None else 0
    before = LEAD.match(last)
    mention.lead = before.end() if before is not None and mention.end - mention.start == 1 else 0


def _close(mention: Mention) -> None:
    """A bracket at the end that nothing in the name opens is not of it."""
    doc = mention.doc
    while mention.end - mention.start > 1:
        opening = CLOSING.get(doc[mention.end - 1].text)
        if opening is None or any(token.text == opening for token in doc[mention.start : mention.end]):
            break
        mention.end -= 1
        mention.head = head_of(doc, mention.start, mention.end)


def _drop_small(mention: Mention) -> None:
    """ "conservative Union Party", "south Yemen": an adjective in small letters only describes what the name names."""
    doc = mention.doc
    first = doc[mention.start]
    if mention.kind not in THINGS or mention.end - mention.start < 2 or not _is_small_adjective(first):
        return
    if doc[mention.start + 1].text[:1].isupper() and first.whitespace_:
        mention.start += 1
        mention.head = head_of(doc, mention.start, mention.end)


def _is_small_adjective(token: Token) -> bool:
    return token.is_lower and token.is_alpha and token.pos_ == "ADJ" and simplemma.is_known(token.lower_, lang="en")


def _take_adjective(mention: Mention, gazetteer: Gazetteer, spots: frozenset[int]) -> None:
    """ "the International [Relief Initiative]": an adjective with a capital behind a word in small letters begins the
    name that it hangs on. A place on the map keeps its name.
    """
    doc, start = mention.doc, mention.start
    if mention.kind not in THINGS or (mention.kind == "facility" and mention.end - start == 1):
        return
    while start > 1 and _is_large_adjective(doc[start - 1], mention):
        start -= 1
    if start == mention.start or not _may_stand_before(doc[start - 1]):
        return
    before = doc[start : mention.start]
    mapped = not spots.isdisjoint(range(mention.start, mention.end))
    place = mention.kind == "place" and (mapped or any(gazetteer.nationality(token.text) for token in before))
    counted = mention.kind != "other" and any(token.lower_ in ORDINALS for token in before)
    if not (place or counted):
        mention.start = start


def _take_part(mention: Mention) -> None:
    """ "Central [American] governments": no people of one country."""
    doc = mention.doc
    before = doc[mention.start - 1] if mention.start else None
    if mention.kind != "nationality":
        return
    if before is not None and _is_free(before) and is_part_of_world((before.lower_,), mention.words):
        mention.start -= 1


def _is_free(token: Token) -> bool:
    return not token.ent_type_ and token.text[:1].isupper()


def _is_large_adjective(word: Token, mention: Mention) -> bool:
    plain = word.is_alpha and word.is_title and word.pos_ == "ADJ" and word.dep_ == "amod" and not word.ent_type_
    return plain and mention.start <= word.head.i < mention.end


def _may_stand_before(word: Token) -> bool:
    """A word in small letters, an article, an owner or a place: behind it a capital is no matter of the sentence."""
    small = word.is_alpha and word.is_lower
    return small or word.lower_ in OWN or word.lower_ == "the" or word.ent_type_ in LANDS_AND_BODIES
