"""The phrase that a place's name stands in: "the town of Gao"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.codebook import words_for
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list

#: How a place stands before the noun that it is of.
BEFORE = frozenset({"compound", "nmod", "amod"})
#: Prepositions of a point on the map.
AT = frozenset({"at", "near", "outside", "inside"})
#: Ways that lead from one place to another, and how their ends stand at them.
WAYS = frozenset({"road", "highway", "route", "motorway", "railway", "track", "trail"})
ENDS = frozenset({"between", "from", "to"})
#: What stands between two places and is at both.
JOINTS = frozenset({"crossing", "checkpoint", "bridge", "ferry", "tunnel"})
COMPASS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "upstream", "downstream"}
)
#: What is said of something that stands at a place.
LOCATED = frozenset({"located", "situated", "housed"})
#: Nouns for a part or a kind of place: "the town of", "north of".
AREA = word_list("when_where_area")


@syntax.of_word
def top(token: Token) -> Token:
    """The whole place phrase: "Ain Issa" of "the town of Ain Issa", the first of "Sumy, Ukraine"."""
    while (
        token.dep_ in ("appos", "flat", "compound", "nmod:desc", "conj")
        and token.head.i != token.i
        and (token.head.pos_ == "PROPN" or lemma(token.head) in AREA or token.dep_ in ("appos", "conj"))
    ):
        token = token.head
    side = token.head.pos_ == "NOUN" or _is_side(token.head)
    if syntax.case_of(token) == "of" and (side or _is_away(token.head)) and lemma(token.head) in AREA:
        return top(token.head)
    if token.dep_ == "nmod" and _is_end(token):
        return top(token.head)  # "on the road between [Town] and [Town]", "on the road from [Town]"
    held = _located(token)
    if held is not None:
        return top(held)
    part = token.dep_ in ("amod", "nmod:poss")  # of "raided villages on [Island]" the villages are the aim
    part = part or (token.dep_ == "nmod" and bool(syntax.case_of(token.head) or not syntax.case_of(token)))
    if part and lemma(token.head) in AREA:
        return top(token.head)
    before = token.dep_ in ("nmod:poss", "compound", "nmod") and token.i < token.head.i
    if before and (lemma(token.head) in words_for("facility") or _is_spot(token.head)):
        return top(token.head)  # "at [Town]'s main courthouse", "in the [Town] hospital", "outside a [Town] firm"
    return token


def _located(place: Token) -> Token | None:
    """What is told to be at the place: "a house [located in Gao]", "the house, which is situated near Gao"."""
    told = place.head.dep_ in ("acl", "acl:relcl") and place.head.lower_ in LOCATED
    return place.head.head if told and place.dep_ == "obl" and place.head.head.pos_ == "NOUN" else None


def _is_side(word: Token) -> bool:
    """ "Villages [south] of [Town]", not "[Town], 60 km [south] of [Town]", which says where the first one is."""
    if word.i == word.sent.start or lemma(word) not in COMPASS or any(True for _ in word.lefts):
        return False
    return word.nbor(-1).pos_ == "NOUN"


def _is_away(word: Token) -> bool:
    """ "60 km [north] of [Town]", unless it says where a place before it is ("near [Town], 60 km …")."""
    comma = next((c for c in word.lefts if c.lower_ == ","), word.left_edge.nbor(-1) if word.left_edge.i else word)
    named = comma.lower_ == "," and comma.i > comma.sent.start and comma.nbor(-1).pos_ == "PROPN"
    far = any(c.dep_ == "obl:unmarked" for c in word.lefts)
    return lemma(word) in COMPASS and word.dep_ in ("advmod", "obl") and far and not named


def _is_end(place: Token) -> bool:
    """ "On the road between [Town] and [Town]", where something is on or along it, "at the crossing between …"."""
    case, noun = set(syntax.case_of(place).split()), place.head
    ends = lemma(noun) in WAYS and case & ENDS
    return bool(syntax.case_of(noun)) and bool(ends or (lemma(noun) in JOINTS and "between" in case))


def _is_spot(noun: Token) -> bool:
    """Whether the noun is told as a point on the map, whatever it is: "at the [Town] firm", "near a [Town] mill"."""
    return noun.pos_ == "NOUN" and not noun.ent_type_ and syntax.case_of(noun) in AT


def case_of(phrase: Token, root: Token) -> str:
    """The preposition of a place phrase, empty for "entered the city of Gao"."""
    own = syntax.case_of(root)
    if own == "of" and lemma(phrase) in COMPASS and not syntax.case_of(phrase):
        return "near"
    return (syntax.case_of(phrase) or ("" if own == "of" and phrase.i != root.i else own)).split(" ")[0]


def verb_behind(root: Token) -> Token | None:
    """The verb behind a place that the parse took for a part of the subject: "in Gao police fired on a crowd"."""
    noun = root.head
    part = root.dep_ in BEFORE and noun.dep_ in ("nsubj", "nsubj:pass") and root.i < noun.i
    return noun.head if part and syntax.case_of(noun).split(" ")[0] in AT | {"in"} else None
