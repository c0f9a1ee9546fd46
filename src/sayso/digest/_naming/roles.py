"""What a named person is called beside the name: ranks, offices, occupations ("Kenyan MP", "spokesman for the army").

Three places are looked at: straight before the name, in apposition, and after "is", "was" or "became". A role is a
run of words; the noun phrase that holds it is another mention of the person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from sayso.codebook.grammar import OWNERS, PLURAL
from sayso.codebook.nouns import Nouns
from sayso.codebook.tree import is_denied
from sayso.digest._naming.mentions import OWN, Mention
from sayso.digest._naming.titles import REALMS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Words of a role, at most.
LONGEST_ROLE = 12
#: What may stand inside of a role before a name, beside names of countries and bodies.
INSIDE = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
#: Forms of address that are no role.
STYLES = frozenset(("mr", "mrs", "ms", "miss", "madam", "mme", "monsieur", "señor", "señora", "u", "daw", "ko"))
#: Never part of a role: "on Sunday President …".
DAYS = frozenset((
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday",
    "earlier", "later",
))  # fmt: skip
#: Participles behind a noun that give it its name.
NAMING = frozenset(("name", "call", "identify", "know", "dub", "nickname"))
ALIASES = frozenset(("name", "alias", "nickname", "pseudonym"))
BECOMING = frozenset(("become", "remain"))
SERVING = frozenset(("serve", "work", "act"))

#: The name that stands at each word: {token index: mention}.
NamesAt = Mapping[int, Mention]
#: A role: its words [start, end) and its head noun.
Role = tuple[int, int, int]


def titles_before(names: Iterable[Mention], names_at: NamesAt, nouns: Nouns) -> dict[int, int]:
    """Words of the titles that stand straight before names of people: {token index: first word of the name}."""
    found: dict[int, int] = {}
    for mention in names:
        role = _before(mention, names_at, nouns) if mention.kind == "person" else None
        if role is not None:
            found.update(dict.fromkeys(range(role[0], role[1]), mention.start))
    return found


def roles_of(mention: Mention, names_at: NamesAt, nouns: Nouns, titles: Mapping[int, int]) -> list[Role]:
    """Roles of a person's name, in text order. `titles`: those that stand before names (`titles_before`)."""
    doc = mention.doc
    role = _before(mention, names_at, nouns)
    found = [] if role is None else [role]
    named = [*doc[mention.start : mention.end], *([] if role is None else [doc[role[2]]])]
    for head in (head for token in named for head in _appositions(token)):
        if mention.start <= head.i < mention.end or (role is not None and role[0] <= head.i < role[1]):
            continue
        if head.i not in names_at and _is_role(head, nouns) and titles.get(head.i, mention.start) == mention.start:
            phrase = _phrase(head)
            others = any(_is_other(names_at.get(i), mention) for i in range(phrase[0], phrase[1]))
            if not others and doc[phrase[0]].lower_.rstrip(".") not in STYLES:
                found.append(phrase)
    return sorted(role for role in set(found) if not all(_is_style(t) for t in doc[role[0] : role[1]]))


def is_address(mention: Mention) -> bool:
    """ "Mr President", "Madam Speaker": somebody who is spoken to, and not a role of the name beside it."""
    first = mention.doc[mention.start]
    return first.lower_.rstrip(".") in STYLES and not first.is_punct


def _is_other(name: Mention | None, mention: Mention) -> bool:
    """Whether it is another person's name: "Deputy Chairman Amal Haddad" in a list is no role of the one before."""
    return name is not None and name is not mention and name.kind == "person"


def _is_style(token: Token) -> bool:
    return token.is_punct or token.lower_.rstrip(".") in STYLES


def _is_role(head: Token, nouns: Nouns) -> bool:
    noun = nouns.find(head.lower_, head.lemma_)
    return head.pos_ in ("NOUN", "PROPN") and noun is not None and noun.kind == "person"


def _before(mention: Mention, names_at: NamesAt, nouns: Nouns) -> Role | None:
    """The run of words straight before the name that ends in a title: "Prime Minister", "President of Chad"."""
    doc, start = mention.doc, mention.start
    start, head = _skip_office_place(doc, start, names_at, nouns)
    allowed = ("nationality",) if head >= 0 else ("nationality", "place", "organization", "other")
    while start > 0 and mention.start - start < LONGEST_ROLE and not doc[start].is_sent_start:
        token, name = doc[start - 1], names_at.get(start - 1)
        if name is not None:
            if name.kind not in allowed or head < 0:
                break
            start = name.start
        elif nouns.is_title(token.text) and token.pos_ in ("NOUN", "PROPN", "ADJ", "X"):
            head = start - 1 if head < 0 else head
            start -= 1
            if token.lower_.rstrip(".") in STYLES:
                break
        elif token.lower_ == "of" and head >= 0 and not _is_office(doc, start - 2, nouns):
            break  # "the home of Judge [Name]"
        elif token.text == "-" or _is_inside(token, head >= 0 or start < mention.start):
            start -= 1
        else:
            break
    if head < 0:
        return None
    return _trim(doc, start, head, mention, nouns), mention.start, head


def _is_office(doc: Doc, index: int, nouns: Nouns) -> bool:
    """ "Chief" of "Chief of Staff"."""
    return index >= 0 and (nouns.is_title(doc[index].text) or doc[index].lower_ == "member")


def _is_inside(token: Token, has_title: bool) -> bool:
    if token.lower_ in DAYS or token.is_punct:
        return False
    if token.lower_ in ("of", "for", "and", "&") or token.lower_ in OWN:
        return has_title
    return has_title and token.pos_ in INSIDE


def _skip_office_place(doc: Doc, start: int, names_at: NamesAt, nouns: Nouns) -> tuple[int, int]:
    """For "President of Chad Idriss …", "Secretary of State …": where the title begins, its word; or (start, -1)."""
    name = names_at.get(start - 1)
    if name is not None and name.kind in ("place", "organization"):
        at = name.start - 1
    elif start > 1 and doc[start - 1].is_title and doc[start - 1].lower_ in REALMS:
        at = start - 2
    else:
        return start, -1
    while at > 0 and doc[at].lower_ == "the":
        at -= 1
    if at <= 0 or doc[at].lower_ not in ("of", "for"):
        return start, -1
    at -= 1
    return (at, at) if nouns.is_title(doc[at].text) and at not in names_at else (start, -1)


def _trim(doc: Doc, start: int, head: int, mention: Mention, nouns: Nouns) -> int:
    """Drops words on the left that hang outside of the phrase ("On" of "On Prime Minister …")."""
    outside = doc[mention.head].head.i
    while start < head:
        token = doc[start]
        inside = start <= token.head.i < mention.end and token.head.i != token.i
        if inside and token.pos_ not in ("ADP", "CCONJ", "PUNCT") and token.lower_ not in OWN:
            break
        if token.pos_ in INSIDE and (token.i == outside or (token.i == head - 1 and nouns.is_title(token.text))):
            break
        start += 1
    return start


def _appositions(name: Token) -> Iterator[Token]:
    """Head nouns that tell the role of a name: beside it, before it, or as its predicate; "the leaders – [Name] and
    [Name]" are several.
    """
    yield from (child for child in name.rights if child.dep_ == "appos" and child.pos_ in ("NOUN", "PROPN"))
    if name.dep_ == "appos" and name.head.pos_ in ("NOUN", "PROPN") and name.head.tag_ not in PLURAL:
        yield name.head
    yield from _named_so(name)
    clauses = [child for child in name.rights if child.dep_ == "acl:relcl" and _is_subject(child)]
    if name.dep_.startswith("nsubj"):
        clauses.append(name.head)
    for clause in clauses:
        if not is_denied(clause):
            yield from _told_by(clause)


def _named_so(name: Token) -> Iterator[Token]:
    """ "A captive, a driver named [Name]", "a clerk identified only as [Name]": the nouns that get a name."""
    verb = name.head
    if verb.lemma_ in NAMING and verb.tag_ == "VBN" and verb.dep_ == "acl":
        yield verb.head
        if verb.head.dep_ == "appos":
            yield verb.head.head
    yield from _going_by(name)


def _going_by(name: Token) -> Iterator[Token]:
    """ "A smuggler, who goes by the name [Name]", "who is known as [Name]": the noun that has an alias."""
    verb = name.head.head if is_alias(name) else name.head
    known = verb.lemma_ in NAMING and verb.tag_ == "VBN" and _is_as(name)
    whose = any(child.lower_ == "who" and child.dep_.startswith("nsubj") for child in verb.lefts)
    if verb.dep_ == "acl:relcl" and whose and (known or is_alias(name)):
        yield verb.head


def is_alias(name: Token) -> bool:
    """ "Goes by the name [Name]"."""
    noun, verb = name.head, name.head.head
    return name.dep_ == "appos" and noun.lemma_ in ALIASES and verb.lemma_ == "go" and noun.dep_ == "obl"


def _is_subject(clause: Token) -> bool:
    """Whether "who" is the subject of the clause."""
    return any(child.lower_ == "who" and child.dep_.startswith("nsubj") for child in clause.lefts)


def _told_by(clause: Token) -> Iterator[Token]:
    """The head noun of "is a spokesman", "became president", "served as secretary"."""
    if any(child.dep_ == "cop" for child in clause.lefts):
        yield clause
    became, served = clause.lemma_ in BECOMING, clause.lemma_ in SERVING
    for child in clause.rights:
        object_of = became and child.dep_ in ("xcomp", "obj") and child.pos_ == "NOUN"
        if object_of or (served and child.dep_ in ("obl", "xcomp", "advcl") and _is_as(child)):
            yield child


def _is_as(noun: Token) -> bool:
    return any(child.lower_ == "as" for child in noun.lefts)


def _phrase(head: Token) -> Role:
    """The phrase of a role's head without its determiner, up to a comma, a clause or the end of what hangs on it."""
    doc, start = head.doc, head.i
    for child in reversed(list(head.lefts)):
        if child.dep_.partition(":")[0] in ("nsubj", "cop", "punct", "cc", "mark", "det", "case", "aux"):
            break
        if child.lower_ in OWNERS:
            break
        start = child.left_edge.i
    end = head.i + 1
    for child in head.rights:
        if child.dep_ not in ("nmod", "compound", "flat", "amod", "fixed") or child.left_edge.i != end:
            break
        tail = child.right_edge.i + 1
        tail = next((t.i for t in doc[end:tail] if t.is_punct and t.text != "-"), tail)
        if any(t.dep_.startswith(("acl", "appos")) for t in doc[end:tail]) or tail - start > LONGEST_ROLE:
            break
        end = tail
    return start, end, head.i
