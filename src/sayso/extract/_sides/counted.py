"""Numbers and demonstratives that stand for people: "the two", "all eight", "one of the suspects", "those who left"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.grammar import ON_NOUN
from sayso.codebook.match import lemma
from sayso.codebook.nouns import load_nouns
from sayso.codebook.words import word_list

#: Numbers that stand for people who were told before.
SMALL = frozenset({"two", "three", "four", "five"})
PEOPLE = frozenset({"person", "group", "organization"})
#: Pronouns for people of whom some are counted.
THEM = frozenset({"them", "us", "you", "whom"})
#: Before a noun for two sides.
TWO = frozenset({"both", "two", "rival", "opposing", "warring"})
WHO = frozenset({"who", "whom", "whose"})
#: What is done to people and to no things; what they are held to be.
DONE_TO_PEOPLE = word_list("counted_done_to_people")
#: Where those are who are somewhere or in some state: "those in attendance".
IN_STATE = frozenset(
    {"attendance", "authority", "charge", "command", "custody", "detention", "need", "office", "power", "uniform"}
)
LIABLE = frozenset({"responsible", "guilty", "present", "alive", "dead", "missing", "behind"})


def is_pair_of_people(number: Token) -> bool:
    """ "The two agreed", "urged the other three to talk", "one was charged", "all eight were freed": a small number
    with an article and no noun, any with "all", and "one" to whom something was done, stand for people.
    """
    if number.lower_ == "one":
        return number.dep_ == "nsubj:pass" and not [*number.children]
    alone = number.dep_ in ("nsubj", "nsubj:pass", "obj", "obl", "nmod")
    plain = all(c.dep_ in ("det", "det:predet", "case") or c.lower_ == "other" for c in number.children)
    before = {c.lower_ for c in number.children}
    return alone and plain and ("all" in before or ("the" in before and number.lower_ in SMALL))


def is_side(token: Token) -> bool:
    """ "Both camps", "the rival camps", "the other" of two: sides of a quarrel; not "the refugee camps"."""
    if token.lower_ == "other" and token.dep_ in ("nsubj", "obj", "obl"):
        return any(c.lower_ == "the" for c in token.children) and token.tag_ in ("JJ", "NN")
    two = any(c.lower_ in TWO and c.dep_ in ("det", "nummod", "amod", "det:predet") for c in token.children)
    plain = not any(c.dep_ in ("nmod", "compound", "acl:relcl") for c in token.children)
    return token.lower_ == "camps" and token.tag_ == "NNS" and two and plain


def is_some_of_them(number: Token) -> bool:
    """ "One of the suspects", "two of them": some of people who are known."""
    if number.pos_ != "NUM" or (number.dep_ == "obj" and number.lower_ != "one"):
        return False  # of "killed nine of them" the number is a toll
    return any(_are_known(inner) for inner in syntax.prepositional(number, "of"))


def _are_known(people: Token) -> bool:
    if people.lower_ in THEM:
        return True
    noun = load_nouns().find(people.text, lemma(people))
    definite = any(c.dep_ == "nmod:poss" or (c.dep_ == "det" and c.lower_ != "a") for c in people.children)
    return definite and people.tag_ == "NNS" and noun is not None and noun.kind in PEOPLE


def is_those(token: Token) -> bool:
    """ "Those who obstruct it", "those accused of the raid", "those responsible", "those in power", "all who came"; not
    "those of steel".
    """
    if token.lower_ not in ("those", "all") or token.dep_ in ("det", "det:predet"):
        return False
    if any(c.dep_ == "nmod" and c.lower_ in IN_STATE and syntax.case_of(c) == "in" for c in token.children):
        return token.lower_ == "those"
    clauses = [c for c in token.children if c.dep_ in ON_NOUN and c.i > token.i]
    by_who = any(t.lower_ in WHO for clause in clauses for t in clause.subtree)
    done_to = any(c.tag_ == "VBN" and lemma(c) in DONE_TO_PEOPLE for c in clauses)
    if token.lower_ == "all":
        return by_who
    return by_who or done_to or any(c.lower_ in LIABLE for c in token.children if c.i > token.i)


def is_unknown_name(token: Token) -> bool:
    """Whoever has a name of which the language model does not know whose it is, and something done to him that is done
    to people only: "the court sentenced [Name]".
    """
    done = token.dep_ in ("obj", "nsubj:pass") and lemma(token.head) in DONE_TO_PEOPLE
    return done and token.pos_ == "PROPN" and token.ent_type_ == "other"
