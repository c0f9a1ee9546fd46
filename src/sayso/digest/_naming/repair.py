"""Second thoughts about names: where they begin and end, and what kind of thing they name.

What a table of the world knows for sure (countries, demonyms) overrules the language model, and so do the words around
a name: a rank is no part of it, a line break ends it, "-led" is not of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import simplemma

from sayso.codebook.given_names import load_given_names
from sayso.codebook.grammar import THINGS
from sayso.codebook.nouns import Nouns
from sayso.digest._naming.clusters import BRACKETS, SUFFIXES
from sayso.digest._naming.edges import settle_edges
from sayso.digest._naming.headlines import split_brackets, whole_expansions, with_acronyms
from sayso.digest._naming.mentions import PRONOUNS, SPEAKERS, Mention, folded, head_of
from sayso.digest._naming.not_names import is_no_name, with_adjectives
from sayso.digest._naming.realms import without_realms
from sayso.digest._naming.things import kind_by_article, kind_by_noun, kind_by_words, with_hulls
from sayso.digest._naming.titles import LONGEST_COUNTRY, NO_KIND, REALMS, drop_titles, is_office, is_rank
from sayso.digest._naming.wikidata import load_wikidata
from sayso.digest._places.place_lists import LISTS

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sayso.digest.gazetteer import Gazetteer

#: Kinds that a country's name is corrected from, and a demonym's.
NOT_PLACES = frozenset(("organization", "other", "nationality"))
#: Kinds that a capital is taken for by mistake.
UNSURE = frozenset(("organization", "nationality", "other"))
#: "President of Kenya" is no full name of somebody whose family is called Kenya.
OFFICE_OF = frozenset(("of", "for"))
#: What stands between an office and what it is held over or sent to.
HELD_OVER = frozenset(("of", "for", "the", "to", "in"))
#: Words that end the names of weapons, and those of vehicles.
THING_WORDS = {
    "missile": "weapon", "missiles": "weapon", "rocket": "weapon", "rockets": "weapon", "howitzer": "weapon",
    "howitzers": "weapon", "drone": "weapon", "drones": "weapon", "mortar": "weapon", "gun": "weapon", "mine": "weapon",
    "tank": "vehicle", "helicopter": "vehicle", "jet": "vehicle", "frigate": "vehicle", "carrier": "vehicle",
}  # fmt: skip
THING_KINDS = frozenset(("weapon", "vehicle", "facility"))
#: Kinds of which a number may be a part, and the longest such number.
NUMBERED = THING_KINDS | {"organization", "other"}
LONGEST_NUMBER = 2
#: Kinds that the type of a weapon or vehicle is labelled with.
TYPES = frozenset(("other", "weapon", "vehicle"))
SYSTEMS = frozenset(("system", "systems", "launcher", "launchers"))
#: How many words a family name has that a page says again: "Haddad", "Al - Haddad".
FAMILY_NAMES = (1, 3)
#: Words that end the names of what is no body: "the Winter War", "the Harbour Treaty".
WORKS = frozenset(("war", "treaty", "law", "decree", "day"))


def repair(
    mentions: list[Mention], gazetteer: Gazetteer, nouns: Nouns, spots: frozenset[int] = frozenset()
) -> list[Mention]:
    """Names with better edges and kinds, in text order. `spots`: the words that toponyms stand at."""
    lines = [part for mention in mentions for line in _lines(mention) for part in _people(_without_echo(line))]
    parts = [part for line in lines for part in _office_holder(line, gazetteer, nouns)]
    begun = with_adjectives(folded(parts, _with_suffix), gazetteer, nouns)
    joined = whole_expansions(list(split_brackets(begun)))
    whole = list(with_hulls(with_acronyms(joined)))
    people = [m for m in whole if m.kind == "person" and len(m.words) > 1 and OFFICE_OF.isdisjoint(m.words)]
    families = {m.words[-1] for m in people} | _titled_people(whole, nouns)
    families |= {" ".join(m.words[i:]) for m in people for i in range(1, len(m.words) - 1)}
    given = {word for m in people for word in m.words}
    titled = {m.words[-1] for m in whole if m.start and m.words and nouns.is_title(m.doc[m.start - 1].text)}
    owners: list[Mention] = []
    for mention in whole:
        _grow(mention, gazetteer)
        if mention.kind == "person":
            start = mention.start
            drop_titles(mention, gazetteer, nouns, spots)
            owners += _owners(_cut(mention, start, max(start, mention.start)), gazetteer, spots)
        settle_edges(mention, gazetteer, spots)
        _take_number(mention, nouns)
        if mention.kind == NO_KIND:
            continue
        if mention.kind == "person" and len(mention.words) == 1 and given.union(titled).isdisjoint(mention.words):
            mention.kind = _not_person(mention, gazetteer, nouns)
        kind = kind_by_words(mention) or kind_by_noun(mention, nouns) or kind_by_article(mention)
        mention.kind = kind or _type_of_thing(mention, nouns) or _kind(mention, gazetteer, nouns, families)
        unknown = mention.kind in UNSURE and not families.union(titled).intersection(mention.words[-1:])
        if unknown and _is_capital(mention, gazetteer):
            mention.kind = "place"
    whole = sorted((m for m in (*whole, *owners) if m.kind != NO_KIND), key=lambda mention: mention.start)
    whole = without_realms(whole, nouns)
    return [m for m in whole if not (is_office(m, gazetteer, nouns) or _is_word(m) or is_no_name(m, gazetteer, nouns))]


def _titled_people(mentions: Iterable[Mention], nouns: Nouns) -> set[str]:
    """Surnames behind a rank or style: who is "Colonel Okello" once is meant by "Okello"."""
    alone = (m for m in mentions if m.kind == "person" and m.start and len(m.words) == 1)
    return {m.words[0] for m in alone if is_rank(m.doc[m.start - 1].lower_.rstrip("."), nouns)}


def _owners(title: Mention, gazetteer: Gazetteer, spots: frozenset[int]) -> Iterator[Mention]:
    """The names in a title that was taken into a name ("Czech Foreign Minister", "UN envoy"), beside its toponyms."""
    start = title.start
    while start < title.end:
        for end in range(min(start + LONGEST_COUNTRY, title.end), start, -1):
            owner = _cut(title, start, end)
            kind = _kind_of_owner(owner.text, gazetteer)
            if kind and spots.isdisjoint(range(start, end)):
                owner.kind, owner.many = kind, False
                yield owner
                start = end - 1
                break
        start += 1


def _kind_of_owner(text: str, gazetteer: Gazetteer) -> str:
    """What kind of thing a word of a title names, if a table knows it: a people, a country, "UN"."""
    if gazetteer.nationality(text):
        return "nationality"
    if gazetteer.country_of(text):
        return "place"
    return "organization" if load_wikidata().of_names([text]) else ""


def _with_suffix(held: Mention, mention: Mention) -> Mention | None:
    """ "Otieno, Jr." is one name."""
    if held.kind != "person" or mention.start - held.end > 1:
        return None
    gap = mention.doc[held.end : mention.start].text
    suffix = gap in ("", ",") and SUFFIXES.issuperset(mention.words)
    return _cut(held, held.start, mention.end) if suffix else None


def _not_person(mention: Mention, gazetteer: Gazetteer, nouns: Nouns) -> str:
    """A single word that nobody in the report is called: "Jordan" the country, "Kenyans", "Democrats"."""
    many = mention.doc[mention.end - 1].tag_ in ("NNPS", "NNS")
    if gazetteer.country_of(mention.text):
        return "place"
    if gazetteer.nationality(mention.text):
        return "nationality"
    common = mention.text.islower() or nouns.find(mention.words[0], mention.words[0].removesuffix("s")) is not None
    return "nationality" if many and not common else "person"


def _lines(mention: Mention) -> Iterator[Mention]:
    """The pieces of a name that a line break divides."""
    doc, start = mention.doc, mention.start
    for i in range(mention.start, mention.end + 1):
        if i < mention.end and not (doc[i].is_space and "\n" in doc[i].text):
            continue
        if start < i:
            yield _cut(mention, start, i)
        start = i + 1


def _without_echo(mention: Mention) -> Mention:
    """ "Amal Haddad Haddad AmalGovernor": where a page says a name again the other way round, the name once, whether
    the last word was taken for a part of it or not, and whether it is spelt the same ("Peter", "Pyotr") or not.
    """
    said = [token.text for token in mention.doc[mention.start : mention.end + 1]]
    last = len(said) - 1 if mention.kind == "person" else 0
    for n in FAMILY_NAMES:
        for i in range(n + 1, last - n + 1):
            twice = said[i - n : i] == said[i : i + n] and len(said[i]) > 1  # not "S. S."
            if twice and said[i + n][:1] in (said[i - n - 1][:1], said[0][:1]):
                return _cut(mention, mention.start, mention.start + i)
    return mention


def _people(mention: Mention) -> Iterator[Mention]:
    """ "Haddad and Okello", "Amal Haddad (Tyre), Jane Roe" that were taken for one person are two."""
    doc, joint = mention.doc, mention.start + 1
    while joint < mention.end - 1 and not _divides(doc, joint, mention.end):
        joint += 1
    if mention.kind != "person" or joint >= mention.end - 1:
        yield mention
        return
    yield _cut(mention, mention.start, joint)
    following = next((i for i in range(joint + 1, mention.end) if _may_begin(doc, i)), mention.end)
    if following < mention.end:
        yield from _people(_cut(mention, following, mention.end))


def _divides(doc: Doc, at: int, end: int) -> bool:
    """Whether a word ends a name: "and", a bracket, or a comma before more than "Jr."."""
    word = doc[at].lower_
    if word == ",":
        return at + 2 < end and _may_begin(doc, at + 1) and doc[at + 1].lower_ not in SUFFIXES
    return word in ("and", "&", "(") and (word == "(" or _may_begin(doc, at + 1))


def _may_begin(doc: Doc, at: int) -> bool:
    """A capital that does not stand in brackets."""
    return doc[at].text[:1].isupper() and doc[at - 1].text not in BRACKETS


def _cut(mention: Mention, start: int, end: int) -> Mention:
    if (start, end) == (mention.start, mention.end):
        return mention
    return Mention(
        mention.doc, start, end, head_of(mention.doc, start, end), "name", mention.kind, mention.sentence, mention.many
    )


def _office_holder(mention: Mention, gazetteer: Gazetteer, nouns: Nouns) -> Iterator[Mention]:
    """ "President of Brazil Jair …", "the envoy to Syria Ida …", "the governor of Kherson Ida …": a country, or a place
    behind an office, that was taken for the beginning of a person's name.
    """
    doc, start = mention.doc, mention.start
    before = doc[start - 1].lower_ if start else ""
    if mention.kind == "person" and before in HELD_OVER:
        office = start > 1 and is_rank(doc[start - 2].lower_, nouns)
        for end in range(min(start + 4, mention.end - 1), start, -1):
            place = _cut(mention, start, end)
            country = gazetteer.country_of(place.text) and (office or before in ("of", "for", "the"))
            realm = office and len(place.words) == 1 and place.words[0] in REALMS
            town = office and mention.end - end > 1 and gazetteer.lookup(place.text)
            if country or realm or (town and place.words[0] not in load_given_names()):
                place.kind = "place"
                yield from () if realm else (place,)
                yield _cut(mention, end, mention.end)
                return
    yield mention


def _grow(mention: Mention, gazetteer: Gazetteer) -> None:
    """ "States", "Korea", "Nations": the end of the name of a country or a body of them that lacks its beginning."""
    before = mention.doc[mention.start - 1] if mention.start else None
    if before is None or mention.kind == "person" or not before.text[:1].isupper() or before.ent_type_:
        return
    if not before.is_alpha or mention.end - mention.start > 2:
        return
    whole = _cut(mention, mention.start - 1, mention.end)
    kind = _kind_of_owner(whole.text, gazetteer) if before.lower_ != "the" and before.pos_ in ("PROPN", "ADJ") else ""
    if kind in ("place", "organization"):
        mention.start, mention.head, mention.kind = whole.start, whole.head, kind


def _take_number(mention: Mention, nouns: Nouns) -> None:
    """ "Leopard 2 tanks", "the Blue River 2 pipeline": a number of a model or a work is of its name."""
    doc, at = mention.doc, mention.end
    if (
        mention.kind not in NUMBERED
        or at + 1 >= len(doc)
        or not doc[at].text.isdigit()
        or len(doc[at]) > LONGEST_NUMBER
    ):
        return
    noun = nouns.find(doc[at + 1].lower_, doc[at + 1].lemma_)
    if doc[at].head.i in range(mention.start, at) or (noun is not None and noun.kind in THING_KINDS):
        mention.end = at + 1


def _type_of_thing(mention: Mention, nouns: Nouns) -> str | None:
    """ "Roland missiles", "Leopard 2 tanks": a type before its noun."""
    if mention.kind not in TYPES or mention.end >= len(mention.doc):
        return None
    token = mention.doc[mention.end]
    noun = nouns.find(token.lower_, token.lemma_)
    if noun is None or noun.kind not in ("weapon", "vehicle") or "\n" in mention.doc[mention.end - 1].whitespace_:
        return None
    return noun.kind


def _is_word(mention: Mention) -> bool:
    """A pronoun, or an ordinary word in small letters that was taken for the name of a person, body, place or thing."""
    token = mention.doc[mention.head]
    if token.pos_ == "PRON" and mention.end - mention.start == 1 and mention.words[0] in PRONOUNS.keys() | SPEAKERS:
        return mention.text != "US" or token.tag_ == "PRP"
    if mention.kind == "organization" and mention.text.islower():
        return _is_plain(mention)
    if mention.kind in ("place", "weapon") and mention.text.islower():
        return mention.end - mention.start == 1 and _is_plain(mention) and simplemma.is_known(mention.text, lang="en")
    if mention.kind != "person" or not mention.text.islower():
        return False
    return token.pos_ not in ("PROPN", "X") or token.sent[0].text[:1].isupper()


def _is_plain(mention: Mention) -> bool:
    """ "Surf brands": words of the language in small letters, in a sentence that has a capital where it begins."""
    token = mention.doc[mention.head]
    if mention.end - mention.start == 1 or token.pos_ != "NOUN":
        return token.pos_ == "NOUN"
    known = all(simplemma.is_known(word, lang="en") for word in mention.text.split())
    return known and token.sent[0].text[:1].isupper()


def _is_capital(mention: Mention, gazetteer: Gazetteer) -> bool:
    """A capital that was taken for something else; nothing else in the report is called so."""
    if mention.kind == "nationality" and gazetteer.nationality(mention.text):
        return False
    return any(entry.is_capital and entry.by_own_name for entry in gazetteer.lookup(mention.text))


def _is_a_people(mention: Mention, nouns: Nouns) -> bool:
    """ "Muslims": a word for many of some people, faith or party, which was taken for anything but a body."""
    plural = mention.doc[mention.end - 1].tag_ in ("NNPS", "NNS") and mention.text[:1].isupper()
    return (
        plural
        and mention.kind != "organization"
        and len(mention.words) == 1
        and mention.words[0].removesuffix("s") in nouns.peoples
    )


def _is_at(name: Mention) -> bool:
    """ "In Cologne": a family's name where something is; not "in Cologne's house", nor that of a whole family name."""
    doc, start = name.doc, name.start
    owning = name.end < len(doc) and doc[name.end].tag_ == "POS"
    at_place = start > 0 and doc[start - 1].pos_ == "ADP" and doc[start - 1].lower_ in LISTS.prepositions
    return at_place and not owning and len(name.words) == 1


def _kind(mention: Mention, gazetteer: Gazetteer, nouns: Nouns, families: set[str]) -> str:
    text, words, kind = mention.text, mention.words, mention.kind
    if kind in THINGS and len(words) <= 2 and gazetteer.nationality(text):
        return "nationality"
    if _is_a_people(mention, nouns):
        return "nationality"
    if kind in NOT_PLACES and text[:1].isupper() and len(text) > 1 and gazetteer.country_of(text):
        return "place"
    if kind not in ("person", "nationality") and " ".join(words) in families:
        return kind if kind == "place" and _is_at(mention) else "person"
    if kind == "place" and mention.doc[mention.head].pos_ == "ADJ" and mention.end - mention.start == 1:
        return "nationality"
    if kind in ("organization", "other") and len(words) > 1:
        tail = words[-2] if words[-1] in SYSTEMS else words[-1]
        return "other" if tail in WORKS else THING_WORDS.get(tail, kind)
    return kind
