"""Those that a list names: by the parse, and past it where a long list with titles breaks the parse."""

from __future__ import annotations

from itertools import islice, takewhile

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.grammar import LANDS_AND_BODIES
from sayso.codebook.match import lemma
from sayso.codebook.nouns import load_nouns
from sayso.extract._sides.phrases import behind_title

#: Names that stand in one list with each other.
KINDS = (frozenset({"person"}), LANDS_AND_BODIES)
#: Names under which the model puts things that are joined in a list.
THINGS = frozenset({"", "facility", "vehicle"})
#: What a title before a name is made of.
TITLE = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "NUM", "PART"})
JOINING = frozenset({",", ";", "and"})
#: The longest title in words, and the most members that are looked for.
LONGEST, MOST = 16, 40
#: So many people make a long list.
MANY = 4
#: How far before a name the head of its title may stand.
TITLES = 8
#: How deep a clause may stand inside of another.
DEPTH = 40
#: Fewest members of a list of places or bodies: of two, one may only say where the other is.
FEWEST = 3


def listed(token: Token) -> list[Token]:
    """The word and those joined to it; of "two boats, a crane and a shed", too, where the parse takes a part of the
    list for an apposition, and of "Minister A B, Governor C D and E F", where it loses its way.
    """
    found = members(token)
    if token.ent_type_:
        return _with_names(token, found)
    name = behind_title(token)
    if name.ent_type_ == "person" and len(names := _names_after(name)) > 1:
        return [*names, *(t for t in found if t.i >= _end(names[-1]))]
    things = [c for c in syntax.children(token, "appos") if c.ent_type_ in THINGS and _article(c)]
    inner = [c for c in things if syntax.children(c, "conj") or found[-1].i > c.i]
    return sorted([*found, *(t for c in inner for t in syntax.conjuncts(c))], key=lambda t: t.i)


def without_offices(found: list[Token]) -> list[Token]:
    """The members of a long list of people but for words of an office that the parse or the names took for one more:
    "Special Envoy for Ports and Transport [Name]" is one.
    """
    people = [t.i for t in found if t.ent_type_ == "person"]
    return found if len(people) < MANY else [t for t in found if not _is_of_office(t, people)]


def _is_of_office(token: Token, people: list[int]) -> bool:
    """Whether a word without a person's name, in the singular, leads to the name of one of the people."""
    last = max((i for i in people if i < token.i), default=token.sent.start)
    named = min((i for i in people if i > token.i), default=token.i + LONGEST + 1)
    if named - token.i > LONGEST or token.ent_type_ not in ("", "organization") or token.tag_ in ("NNS", "NNPS"):
        return False
    title = not token.ent_type_ and load_nouns().is_title(lemma(token))
    return title or any(t.lower_ == "for" for t in token.doc[last : token.i])


def members(token: Token) -> list[Token]:
    """The word and those joined to it, without further offices of the same person."""
    return [t for t in syntax.conjuncts(token) if t.i == token.i or not _is_further_office(t)]


def _is_further_office(member: Token) -> bool:
    """ "Former mayor" of "Ada Cole, head of the union and former mayor of Rivu,": a noun for a person, without article,
    that is joined to a name with an office behind it or to that office; no kin, and no title of another name.
    """
    nouns, first = load_nouns(), member.head
    noun = nouns.find(member.text, lemma(member))
    alone = noun is not None and noun.kind == "person" and lemma(member) not in nouns.kin and not member.ent_type_
    bare = not syntax.children(member, "det", "nmod:poss", "nummod", "appos") and behind_title(member).i == member.i
    if not (member.dep_ == "conj" and alone and bare and member.tag_ in ("NN", "NNP")):
        return False
    if first.ent_type_ == "person":
        return any(not t.ent_type_ and t.i < member.i for t in syntax.children(first, "appos"))
    return first.dep_ == "appos" and first.head.ent_type_ == "person" and lemma(first) not in nouns.kin


def first_of_list(token: Token) -> Token:
    """The member that the others of its list are joined to, by the parse."""
    while token.dep_ == "conj" and token.head.pos_ != "VERB":
        token = token.head
    return token


def is_named_later(one: Token, first: Token, verb: Token) -> bool:
    """ "Ada Cole" of "Idris Quist, who ran the port, and Ada Cole": joined to the name behind the clause, which is of
    the name alone.
    """
    inside = [verb, *takewhile(lambda t: t != first, islice(verb.ancestors, DEPTH))]
    clause = inside[-1]
    return clause.dep_ == "acl:relcl" and clause.head == first and one.i > verb.i > first.i


def _article(token: Token) -> bool:
    return any(c.dep_ in ("det", "nummod") and c.lower_ != "the" for c in token.children)


def _with_names(token: Token, found: list[Token]) -> list[Token]:
    """The members by the parse and by the words; titles that the parse took for members are none."""
    names = _names_after(token)
    if len(names) < 2:
        return found
    return [*names, *(t for t in found if t.i >= _end(names[-1]))]


def _names_after(token: Token) -> list[Token]:
    """The name and those that follow it in its list; the name alone where the words are no list, or where its end is
    the subject of a verb ("at talks with A B, Governor C D said").
    """
    kind = next((k for k in KINDS if token.ent_type_ in k), None)
    if kind is None:
        return [token]
    names, joined = [token], False
    at = _end(token)
    while len(names) < MOST:
        at = _past_land(token, at) if "person" in kind else at
        begin = _past_joining(token, at)
        name = _next_name(token, begin, kind) or _behind_comma(token, begin, kind) if begin > at else None
        if name is None:
            break
        joined = joined or any(token.doc[i].lower_ == "and" for i in range(at, begin))
        names.append(name)
        at = _end(name)
    enough = "person" in kind or (joined and len(names) >= FEWEST)
    return names if enough and _is_whole(token, at) else [token]


def _is_whole(token: Token, at: int) -> bool:
    """Whether no other clause's verb cuts the list that ends before `at`; its own may follow ("X, Y and Z met")."""
    if at >= len(token.doc):
        return True
    after = token.doc[at]
    subjects = [c.i for verb in (after, after.head) for c in verb.children if c.dep_ in syntax.SUBJECTS]
    theirs = any(token.i - TITLES <= i <= token.i for i in subjects)
    own = after.i == token.head.i or (after.head.i == token.head.i and syntax.is_verb(after))
    return own or theirs or not after.is_alpha or after.pos_ == "ADP"


def _end(name: Token) -> int:
    """Where the name that the token is part of ends."""
    end = name.i + 1
    while end < len(name.doc) and name.doc[end].ent_iob_ == "I":
        end += 1
    return end


def _past_land(token: Token, at: int) -> int:
    """Behind "of Chad" of "Prime Minister [Name] of Chad, President [Name] of Mali", where the list goes on."""
    place = at + 1 + (token.doc[at + 1 : at + 2].text == "the")
    if place >= token.sent.end or token.doc[at].lower_ != "of" or token.doc[place].ent_type_ != "place":
        return at
    end = _end(token.doc[place])
    return end if _past_joining(token, end) > end else at


def _past_joining(token: Token, at: int) -> int:
    while at < token.sent.end and token.doc[at].lower_ in JOINING:
        at += 1
    return at


def _next_name(token: Token, begin: int, kind: frozenset[str]) -> Token | None:
    """The last word of the name that stands at `begin`, behind its title or article."""
    at = begin
    while at < min(token.sent.end, begin + LONGEST):
        word = token.doc[at]
        if word.ent_type_ in kind and word.ent_iob_ == "B":
            last = token.doc[_end(word) - 1]
            return last if _is_member(last, begin, at) else None
        titled = "person" in kind and (word.pos_ in TITLE or word.lower_ in ("the", "and", "-"))
        if not titled and not (at == begin and word.lower_ == "the"):
            return None
        at += 1
    return None


def _behind_comma(token: Token, begin: int, kind: frozenset[str]) -> Token | None:
    """The name behind a title that has a comma of its own ("Minister for Trade, Labour and Mines [Name]")."""
    at = begin
    while at < min(token.sent.end, begin + LONGEST) and token.doc[at].pos_ in TITLE:
        at += 1
    comma = begin < at < token.sent.end and token.doc[at].text == ","
    return _next_name(token, at + 1, kind) if comma and "person" in kind else None


def _is_member(last: Token, begin: int, at: int) -> bool:
    """Whether the name at `at` ends a member that begins at `begin`: not "aide of [Name]", not "[Name]'s"."""
    doc = last.doc
    after = last.i + 1
    if at > begin and doc[at - 1].pos_ in ("ADP", "DET", "CCONJ"):
        return doc[at - 1].lower_ == "the" and at - 1 == begin
    if doc[begin].lower_ in ("a", "an"):
        return False
    return after >= len(doc) or doc[after].lower_ not in ("'s", "’s", "’", "'")
