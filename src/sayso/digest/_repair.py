"""Second thoughts about names: where they begin and end, and what kind of thing they name.

What a table of the world knows for sure (countries, demonyms) overrules the language model, and so do the words around
a name: a rank is no part of it, a line break ends it, "-led" is not of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.codebook.nouns import Nouns
from sayso.digest._headlines import split_brackets, with_acronyms
from sayso.digest._mentions import Mention, head_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest.gazetteer import Gazetteer

#: "U.S.-backed", "Riyadh-led": a participle that the tokenizer left on the name.
TAIL = re.compile(r"(?<=\w\W|\w\w)[-‐‑–](?:[a-z]{2,20}(?:ed|en|ing|un)|led|made|born|held|built|bound|era|friendly)$")
#: Kinds that a country's name is corrected from, and a demonym's.
NOT_PLACES = frozenset(("organization", "other", "nationality"))
#: Kinds that a capital is taken for by mistake.
UNSURE = frozenset(("organization", "nationality", "other"))
NOT_DEMONYMS = frozenset(("organization", "other", "place"))
#: Words that end the names of weapons, and those of vehicles.
THINGS = {
    "missile": "weapon", "missiles": "weapon", "rocket": "weapon", "rockets": "weapon", "howitzer": "weapon",
    "howitzers": "weapon", "drone": "weapon", "drones": "weapon", "mortar": "weapon", "gun": "weapon", "mine": "weapon",
    "tank": "vehicle", "helicopter": "vehicle", "jet": "vehicle", "frigate": "vehicle", "carrier": "vehicle",
}  # fmt: skip
#: Of what turned out to be no name at all.
NO_KIND = ""
SYSTEMS = frozenset(("system", "systems", "launcher", "launchers"))
#: What may stand before the noun of an office.
OFFICES = frozenset((
    "prime", "vice", "deputy", "foreign", "defence", "defense", "interior", "first", "mr", "mrs", "special", "senior",
    "chief", "former", "acting", "secretary", "director", "state", "under", "assistant",
))  # fmt: skip
#: Sectors whose nouns are no titles: "Cook", "Baker" and "Miner" begin names.
NO_TITLES = frozenset(("CVL", "BUS", "LAB", "CRM", "REF", None))


def repair(
    mentions: list[Mention], gazetteer: Gazetteer, nouns: Nouns, spots: frozenset[int] = frozenset()
) -> list[Mention]:
    """Names with better edges and kinds, in text order. `spots`: the words that toponyms stand at."""
    parts = [part for mention in mentions for line in _lines(mention) for part in _office_holder(line, gazetteer)]
    whole = with_acronyms(list(split_brackets(_joined(parts, gazetteer))))
    families = {m.words[-1] for m in whole if m.kind == "person" and len(m.words) > 1}
    titled = {m.words[-1] for m in whole if m.start and m.words and nouns.is_title(m.doc[m.start - 1].text)}
    for mention in whole:
        _grow(mention, gazetteer)
        if mention.kind == "person":
            _drop_titles(mention, gazetteer, nouns, spots)
        _drop_tail(mention)
        if mention.kind == NO_KIND:
            continue
        mention.kind = _type_of_thing(mention, nouns) or _kind(mention, gazetteer, families)
        unknown = mention.kind in UNSURE and not families.union(titled).intersection(mention.words[-1:])
        if unknown and _is_capital(mention, gazetteer):
            mention.kind = "place"
    whole = [m for m in whole if m.kind != NO_KIND]
    return [m for m in whole if not (_is_office(m, gazetteer, nouns) or _is_word(m))]


def _lines(mention: Mention) -> Iterator[Mention]:
    """The pieces of a name that a line break divides."""
    doc, start = mention.doc, mention.start
    for i in range(mention.start, mention.end + 1):
        if i < mention.end and not (doc[i].is_space and "\n" in doc[i].text):
            continue
        if start < i:
            yield _cut(mention, start, i)
        start = i + 1


def _cut(mention: Mention, start: int, end: int) -> Mention:
    if (start, end) == (mention.start, mention.end):
        return mention
    return Mention(
        mention.doc, start, end, head_of(mention.doc, start, end), "name", mention.kind, mention.sentence, mention.many
    )


def _office_holder(mention: Mention, gazetteer: Gazetteer) -> Iterator[Mention]:
    """ "President of Brazil Jair …": a country that was taken for the beginning of its president's name."""
    doc, start = mention.doc, mention.start
    before = doc[start - 1].lower_ if start else ""
    if mention.kind == "person" and before in ("of", "for", "the"):
        for end in range(min(start + 4, mention.end - 1), start, -1):
            country = _cut(mention, start, end)
            if gazetteer.country_of(country.text):
                country.kind = "place"
                yield country
                yield _cut(mention, end, mention.end)
                return
    yield mention


def _joined(mentions: list[Mention], gazetteer: Gazetteer) -> Iterator[Mention]:
    """ "North" and "Korean", "South" and "Sudan": neighbours that are one country or demonym together."""
    held: Mention | None = None
    for mention in mentions:
        if held is not None and (both := _one_name(held, mention, gazetteer)) is not None:
            held = both
            continue
        if held is not None:
            yield held
        held = mention
    if held is not None:
        yield held


def _one_name(held: Mention, mention: Mention, gazetteer: Gazetteer) -> Mention | None:
    if not {held.kind, mention.kind} <= NOT_PLACES | NOT_DEMONYMS:
        return None
    both = _cut(held, held.start, mention.end)
    hyphen = mention.start - held.end == 1 and held.doc[held.end].text in ("-", "‑", "–")
    if held.end == mention.start and gazetteer.nationality(both.text):
        both.kind = "nationality"
    elif (held.end == mention.start and gazetteer.country_of(both.text)) or (hyphen and gazetteer.lookup(both.text)):
        both.kind = "place"
    else:
        return None
    return both


def _drop_titles(mention: Mention, gazetteer: Gazetteer, nouns: Nouns, spots: frozenset[int]) -> None:
    """ "Gen. Salim" and "UN Secretary-General Salim" are called Salim."""
    doc = mention.doc
    while mention.end - mention.start > 1:
        end = mention.start
        while end < mention.end - 2 and (end in spots or _may_lead(doc[end], gazetteer)):
            end += 1
        word = doc[end].lower_.rstrip(".")
        if end >= mention.end - 1 or not _is_rank(word, nouns):
            break
        mention.gender = mention.gender or nouns.gender(word)
        mention.start = end + 1
    mention.head = head_of(mention.doc, mention.start, mention.end)
    if doc[mention.start].pos_ == "ADP":
        _after_office(mention, gazetteer)


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


def _is_rank(word: str, nouns: Nouns) -> bool:
    noun = nouns.find(word)
    return word in nouns.titles or (noun is not None and noun.kind == "person" and noun.sector not in NO_TITLES)


def _grow(mention: Mention, gazetteer: Gazetteer) -> None:
    """ "States", "Korea", "Arabia": the end of a country's name whose beginning was missed."""
    before = mention.doc[mention.start - 1] if mention.start else None
    if before is None or mention.kind == "person" or not before.text[:1].isupper() or before.ent_type_:
        return
    if not before.is_alpha or mention.end - mention.start > 2:
        return
    whole = _cut(mention, mention.start - 1, mention.end)
    if before.lower_ != "the" and gazetteer.country_of(whole.text) and before.pos_ in ("PROPN", "ADJ"):
        mention.start, mention.head, mention.kind = whole.start, whole.head, "place"


def _may_lead(token: Token, gazetteer: Gazetteer) -> bool:
    """What may stand before a title inside of what was taken for a name: "UN Secretary-", "Kenyan Special"."""
    text = token.text
    if token.lower_ in OFFICES or text == "-" or (len(text) > 1 and text.isupper()):
        return True
    return bool(gazetteer.nationality(text)) or gazetteer.country_of(text) is not None


def _is_office(mention: Mention, gazetteer: Gazetteer, nouns: Nouns) -> bool:
    """ "Presidents", "US President": an office that was taken for a person's name."""
    *before, last = mention.words or ("",)
    noun = nouns.find(last, last.removesuffix("s"))
    if mention.kind != "person" or noun is None or noun.kind != "person" or noun.sector in NO_TITLES:
        return False
    return all(word in OFFICES or gazetteer.nationality(word) or gazetteer.country_of(word) for word in before)


def _type_of_thing(mention: Mention, nouns: Nouns) -> str | None:
    """ "France's Roland missiles": with an owner beside it, a name before a weapon's noun is its type."""
    if mention.kind not in ("organization", "other") or mention.end >= len(mention.doc):
        return None
    token = mention.doc[mention.end]
    noun = nouns.find(token.lower_, token.lemma_)
    if noun is None or noun.kind not in ("weapon", "vehicle"):
        return None
    owners = (child for child in token.lefts if child.dep_ == "nmod:poss")
    return noun.kind if any(owner.i < mention.start for owner in owners) else None


def _is_word(mention: Mention) -> bool:
    """An ordinary word in small letters that was taken for a person's name."""
    token = mention.doc[mention.head]
    if mention.kind != "person" or not mention.text.islower():
        return False
    return token.pos_ not in ("PROPN", "X") or token.sent[0].text[:1].isupper()


def _is_capital(mention: Mention, gazetteer: Gazetteer) -> bool:
    """A capital that was taken for something else; nothing else in the report is called so."""
    if mention.kind == "nationality" and gazetteer.nationality(mention.text):
        return False
    return any(entry.is_capital and entry.by_own_name for entry in gazetteer.lookup(mention.text))


def _drop_tail(mention: Mention) -> None:
    last = mention.doc[mention.end - 1].text
    found = TAIL.search(last)
    mention.cut = len(last) - found.start() if found is not None else 0


def _kind(mention: Mention, gazetteer: Gazetteer, families: set[str]) -> str:
    text, words, kind = mention.text, mention.words, mention.kind
    if kind in NOT_DEMONYMS and len(words) <= 2 and gazetteer.nationality(text):
        return "nationality"
    if kind in NOT_PLACES and text[:1].isupper() and len(text) > 1 and gazetteer.country_of(text):
        return "place"
    if len(words) == 1 and words[0] in families and kind not in ("person", "nationality"):
        before = mention.doc[mention.start - 1].pos_ if mention.start else ""
        return kind if kind == "place" and before == "ADP" else "person"
    if kind == "place" and mention.doc[mention.head].pos_ == "ADJ" and mention.end - mention.start == 1:
        return "nationality"
    if kind in ("organization", "other") and len(words) > 1:
        tail = words[-2] if words[-1] in SYSTEMS else words[-1]
        return THINGS.get(tail, kind)
    return kind
