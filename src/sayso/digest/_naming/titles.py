"""Titles that the language model took into a person's name, and names that are nothing but titles.

"Gen. Salim", "UN Secretary-General Salim", "State Assembly Speaker Amal Haddad": the name begins behind the title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.grammar import OWNERS
from sayso.codebook.nouns import Nouns
from sayso.codebook.words import word_list
from sayso.digest._naming.mentions import Mention, head_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest.gazetteer import Gazetteer

#: What may stand before the noun of an office.
OFFICES = frozenset((
    "prime", "vice", "deputy", "foreign", "defence", "defense", "interior", "first", "mr", "mrs", "special", "senior",
    "chief", "former", "acting", "secretary", "director", "state", "under", "assistant", "federal",
))  # fmt: skip
#: Sectors whose nouns are no titles: "Cook", "Baker" and "Miner" begin names.
NO_TITLES = frozenset(("CVL", "BUS", "LAB", "CRM", "REF", None))
#: What was left of an office that was no name at all.
NO_KIND = ""
#: What a secretary or minister may be "of", beside a country.
REALMS = word_list("office_realms")
#: How many words of a country's name are tried.
LONGEST_COUNTRY = 4


def drop_titles(mention: Mention, gazetteer: Gazetteer, nouns: Nouns, spots: frozenset[int]) -> None:
    """ "Gen. Salim" and "UN Secretary-General Salim" are called Salim."""
    doc, shouted = mention.doc, mention.text.isupper()
    while mention.end - mention.start > 1:
        end = mention.start
        while end < mention.end - 2 and (end in spots or _may_lead(doc[end], gazetteer, shouted=shouted)):
            end += 1
        word = doc[end].lower_.rstrip(".")
        if end >= mention.end - 1 or not (is_rank(word, nouns) or is_rank(word.removesuffix("s"), nouns)):
            break
        mention.gender = mention.gender or nouns.gender(word)
        mention.start = end + 1
    _skip_realm(mention, gazetteer)
    _drop_office(mention, nouns)
    mention.head = head_of(mention.doc, mention.start, mention.end)
    if doc[mention.start].pos_ == "ADP":
        _after_office(mention, gazetteer)


def _skip_realm(mention: Mention, gazetteer: Gazetteer) -> None:
    """ "Secretary of State Amal Haddad": what an office is for, where a name follows, ends the office."""
    doc = mention.doc
    for i in range(mention.start, mention.end - 2):
        if doc[i].lower_ not in ("of", "for"):
            continue
        the = doc[i + 1].lower_ == "the"  # "president of the Labor Party Ida Holm"
        start = i + 1 + the
        for end in range(min(start + LONGEST_COUNTRY, mention.end - 1), start, -1):
            realm = doc[start:end].text
            known = not the and realm.lower() in REALMS and (realm[0].isupper() or doc[end].pos_ == "PROPN")
            if known or gazetteer.country_of(realm):
                mention.start = end
                return


def _drop_office(mention: Mention, nouns: Nouns) -> None:
    """ "State Assembly Speaker Amal Haddad", "Green Party strategist Amal Haddad": a full name behind the noun of an
    office or, in small letters, of anybody, whatever stands before that.
    """
    doc = mention.doc
    for i in range(mention.end - 3, mention.start, -1):
        noun = nouns.find(doc[i].lower_)
        person = noun is not None and noun.kind == "person"
        office = person and noun is not None and (doc[i].is_lower or noun.sector not in NO_TITLES)
        if office and doc[i + 1].pos_ == "PROPN":
            mention.gender = mention.gender or nouns.gender(doc[i].lower_)
            mention.start = i + 1
            return


def _after_office(mention: Mention, gazetteer: Gazetteer) -> None:
    """What is left of an office: "of Greece" is a place, "for the Levant Amal Haddad" ends in a name, others do not."""
    doc, named = mention.doc, mention.head
    mention.start += 1 + (doc[mention.start + 1].lower_ == "the" if mention.end - mention.start > 1 else 0)
    if mention.start < mention.end and gazetteer.country_of(mention.text):
        mention.kind, mention.head = "place", head_of(doc, mention.start, mention.end)
    elif mention.end - named > 1 and mention.start < named:
        mention.start = named
    else:
        mention.kind = NO_KIND


def is_rank(word: str, nouns: Nouns) -> bool:
    """Whether a word is a title, or a noun for who holds an office."""
    noun = nouns.find(word)
    return word in nouns.titles or (noun is not None and noun.kind == "person" and noun.sector not in NO_TITLES)


def _may_lead(token: Token, gazetteer: Gazetteer, *, shouted: bool) -> bool:
    """What may stand before a title inside of what was taken for a name: "UN Secretary-", "Kenyan Special"."""
    text = token.text
    if token.lower_ in OFFICES or text == "-" or (len(text) > 1 and text.isupper() and not shouted):
        return True
    return bool(gazetteer.nationality(text)) or gazetteer.country_of(text) is not None


def is_office(mention: Mention, gazetteer: Gazetteer, nouns: Nouns) -> bool:
    """ "Presidents", "US President": an office that was taken for a person's name."""
    *before, last = mention.words or ("",)
    noun = nouns.find(last, last.removesuffix("s"), last.removesuffix("men") + "man")
    if mention.kind != "person" or noun is None or noun.kind != "person" or noun.sector in NO_TITLES:
        return False
    leads = OFFICES | OWNERS
    return all(word in leads or gazetteer.nationality(word) or gazetteer.country_of(word) for word in before)
