"""The words that stand for a participant: past what only counts it, its name behind a title, its phrase."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.nouns import HUMAN, load_nouns
from sayso.codebook.tree import name_around, name_end
from sayso.codebook.words import word_list
from sayso.extract._sides.counted import is_some_of_them, is_those

#: Heads that only count or group what stands after "of".
PARTITIVE = word_list("participants_partitive")
#: Heads that need what stands after "of"; of these, people whose body acts with them.
WITH_OF = word_list("participants_with_of")
OF_BODY = word_list("participants_of_body")
#: Parts of speech inside the words of an office, and those that stand before another's name.
OFFICE = frozenset({"ADJ", "ADP", "CCONJ", "DET", "NOUN", "PROPN"})
APART = frozenset({"ADP", "CCONJ", "DET"})
#: Plurals of bodies that go by names.
BODIES = word_list("mend_bodies")
#: Verbs that give somebody his name.
CALLING = word_list("participants_calling")
QUOTES = frozenset({'"', "“", "”", "``", "''", "«", "»"})
#: How many words of a clause say who "those" are.
SHORT = 7
#: How many words of title may stand between an office and a name, with the name.
TITLES = 3
#: How far behind an office its holder's name may stand.
LONGEST = 12
#: Where the words that the language model takes for people are kept.
PEOPLE = "sayso.participants.people"
#: What "not" before it makes a part.
ALL = frozenset({"all", "every", "everyone", "everybody", "many"})


def is_told_as_people(token: Token) -> bool:
    """A noun that the language model takes for people ("the builder"), though no class has it; a body of the table
    ("the press") where the model agrees.
    """
    doc = token.doc
    if PEOPLE not in doc.user_data:
        doc.user_data[PEOPLE] = {span.root.i: span.label_ for span in doc.spans.get("nominal", ())}
    kind = doc.user_data[PEOPLE].get(token.i)
    if token.pos_ != "NOUN" or kind not in HUMAN:
        return False
    noun = load_nouns().find(token.text, lemma(token))
    return kind != "organization" if noun is None else noun.kind == "organization"


def behind_title(token: Token) -> Token:
    """The name that goes with a title: right after it ("President [Name]"), behind the office's own words ("Head of the
    River Bank [Name]"), or between commas ("the mayor, [Name],"); the token itself where none does.
    """
    if token.ent_type_ or token.pos_ not in ("NOUN", "PROPN"):
        return token
    if (body := _named_behind(token)) is not None:
        return body
    name = _past_titles(token)
    if name.ent_type_ == "person" and (name.head.i == token.i or token.head.i in (name.i, name.head.i)):
        return name_end(name)
    return _behind_office(token) or named_beside(token)


def _named_behind(token: Token) -> Token | None:
    """ "[Town]" of "the capital [Town]", "[Name]" of "the opposition newspaper [Name]": no mark between."""
    if token.tag_ != "NN" or token.i + 1 >= len(token.doc):
        return None
    name = token.doc[token.i + 1]
    beside = name.ent_type_ in ("place", "organization") and name.head.i == token.i and name.dep_ == "appos"
    return name_end(name) if beside and name.ent_iob_ == "B" else None


def _past_titles(token: Token) -> Token:
    """The word after the token and after further titles ("Director Col. [Name]"); the token where the text ends."""
    for word in token.doc[token.i + 1 : token.i + 1 + TITLES]:
        if word.ent_type_ or not load_nouns().is_title(word.text):
            return word
    return token


def _behind_office(token: Token) -> Token | None:
    """ "[Name]" of "Minister of the Interior [Name]"; nobody of "Aide of President [Name]", who is another."""
    following = token.doc[token.i + 1 : min(token.sent.end, token.i + LONGEST)]
    if not (
        token.is_title and load_nouns().is_title(token.text) and following and following[0].lower_ in ("of", "for")
    ):
        return None
    for word in following:
        if word.ent_type_ == "person":
            before = word.nbor(-1)
            return None if before.pos_ in APART or load_nouns().is_title(before.text) else name_end(word)
        if word.pos_ not in OFFICE and not word.ent_type_:
            return None
    return None


def named_beside(token: Token) -> Token:
    """ "[Name]" of "the director's wife, [Name]" and of "[Name], the director's wife,": the name of a person in
    apposition to a noun for one person.
    """
    if token.ent_type_ or token.tag_ not in ("NN", "NNP"):
        return token
    if token.dep_ == "appos" and token.head.ent_type_ == "person":
        return token.head
    for child in token.rights:
        if child.dep_ == "conj":
            break  # the name is that of whoever it stands beside
        if child.dep_ == "appos" and child.ent_type_ == "person":
            return child
    return _between_commas(token) or token


def called(token: Token) -> Token:
    """ "[Name]" of "a woman called [Name]" and of "a vendor identified as [Name]"; any other token itself."""
    named = [c for c in token.children if c.dep_ == "acl" and lemma(c) in CALLING and not syntax.children(c, "obj")]
    names = [n for verb in named for n in (*syntax.children(verb, "xcomp"), *syntax.prepositional(verb, "as"))]
    return next((name_end(n) for n in names if n.ent_type_ == "person"), token)


def by_name(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, each person who is called something by his name, and once."""
    found = [called(t) for t in tokens]
    new = {name_around(name).start for name, token in zip(found, tokens, strict=True) if name is not token}
    seen: dict[int, Token] = {}
    for name in found:
        start = name_around(name).start
        seen.setdefault(start if start in new else name.i, name)
    return list(seen.values())


def _between_commas(token: Token) -> Token | None:
    """The name after a person's noun and a comma, closed by another or by the end, whatever the parse makes of it."""
    doc, at = token.doc, token.i + 2
    if at >= token.sent.end or doc[at - 1].text != "," or doc[at].ent_type_ != "person" or doc[at].dep_ == "nsubj":
        return None
    noun = load_nouns().find(token.text, lemma(token))
    last = name_end(doc[at])
    closed = last.i + 1 >= token.sent.end or doc[last.i + 1].text in (",", ".", ";", ")")
    return last if closed and noun is not None and noun.kind == "person" else None


def bodies_of(token: Token) -> list[Token]:
    """ "the union" of "members of the union" and "union members": the named bodies whose people these are; "the [Name]
    and [Name] gangs" are such bodies, too.
    """
    if token.ent_type_ or lemma(token) not in OF_BODY:
        return []
    near = [*syntax.prepositional(token, "of"), *syntax.prepositional(token, "from"), *syntax.modifiers(token)]
    return [t for t in near if t.ent_type_ == "organization" or _go_by_names(t)]


def _go_by_names(bodies: Token) -> bool:
    named = any(t.ent_type_ for t in syntax.modifiers(bodies))
    return bodies.lower_ in BODIES and bodies.tag_ == "NNS" and named


def through_partitive(token: Token) -> Token:
    """ "students" of "tens of thousands of students"; the token itself where nothing is counted."""
    for _ in range(4):
        inner = syntax.prepositional(token, "of")
        if not inner or is_some_of_them(token) or (lemma(token) not in PARTITIVE and token.pos_ != "NUM"):
            return behind_title(token)
        token = inner[-1] if lemma(inner[0]) in PARTITIVE else inner[0]
    return behind_title(token)


def phrase_of(token: Token) -> Span:
    """The words that stand for a participant: its name whole, else its noun phrase up to its head."""
    if token.ent_type_ and not _is_word(token):
        return name_around(token)
    if token.tag_ == "$":  # "$5 million"
        figures = [c.i for c in syntax.children(token, "nummod")]
        return token.doc[min([token.i, *figures]) : max([token.i, *figures]) + 1]
    if is_those(token):
        return _with_clause(token)
    span = _with_not(_bare(_whole_quoted(_with_of(token, syntax.noun_phrase(token)))))
    named = len(span) > 1 and span[0].lower_ == "the" and span[1].ent_type_ and not _is_word(span[1])
    return span[1:] if named else span


def _with_clause(those: Token) -> Span:
    """ "Those who obstruct the peace", or the word alone where what follows is long or has a mark in it."""
    clause = next((c for c in those.children if c.i > those.i and c.dep_ in ("acl", "acl:relcl", "amod")), those)
    end = next((t.i for t in those.doc[those.i : clause.right_edge.i] if t.pos_ == "CCONJ"), clause.right_edge.i + 1)
    plain = end - those.i <= SHORT and not any(t.is_punct or t.is_space for t in those.doc[those.i : end])
    return those.doc[those.i : end if plain else those.i + 1]


def _with_not(span: Span) -> Span:
    """ "Not all rebels": some of them."""
    some = span.start > span.sent.start and span[0].lower_ in ALL and span.doc[span.start - 1].lower_ == "not"
    return span.doc[span.start - 1 : span.end] if some else span


def _is_word(token: Token) -> bool:
    """ "Council" of "the council": an ordinary word in small letters that was taken for the name of a body."""
    alone = token.ent_iob_ == "B" and name_end(token).i == token.i
    return alone and token.ent_type_ == "organization" and token.pos_ == "NOUN" and token.text.islower()


def _bare(span: Span) -> Span:
    """The phrase without marks, "and" or a preposition that the parse left at its start, or marks at its end."""
    start, end = span.start, span.end
    while start < end - 1 and _is_loose(span.doc[start]):
        start += 1
    while end > start + 1 and span.doc[end - 1].pos_ == "PUNCT" and span.doc[end - 1].text not in QUOTES:
        end -= 1
    return span.doc[start:end]


def _is_loose(token: Token) -> bool:
    return token.pos_ in ("CCONJ", "PUNCT") and token.text not in QUOTES and token.lower_ not in ("both", "either")


def _whole_quoted(span: Span) -> Span:
    """'the "traitors"' with both its quotation marks, or without them where the second stands far off."""
    marks = [t.i for t in span if t.text in QUOTES]
    if len(marks) != 1:
        return span
    following = span.end
    if following < len(span.doc) and span.doc[following].text in QUOTES:
        return span.doc[span.start : following + 1]
    return span.doc[marks[0] + 1 : span.end] if marks[0] + 1 < span.end else span


def _with_of(token: Token, span: Span) -> Span:
    """ "members of the union": the phrase with what stands right after it under "of", where the head needs it."""
    of = span.end < len(token.doc) and token.doc[span.end].lower_ == "of"
    some = is_some_of_them(token)
    if not of or not (some or {lemma(token), token.lower_} & WITH_OF):
        return span
    inner = next((t for t in syntax.prepositional(token, "of") if t.i > span.end), None)
    if inner is None or not (some or inner.pos_ in ("NOUN", "PROPN")):
        return span
    last = syntax.conjuncts(inner)[-1]  # "leaders of Chad and Mali"
    return token.doc[span.start : max(phrase_of(last).end, span.end)]
