"""The parse by itself, in Universal Dependencies: labels, children, prepositions, conjuncts, noun phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from typing import TypeVar

from spacy.tokens import Doc, Span, Token

from sayso.codebook.grammar import ENDED, NOT
from sayso.codebook.words import word_list

HYPHENS = frozenset("-‐‑")
#: Dependents before a noun that are no part of its phrase.
_APART = word_list("syntax_apart")
#: Words before a gerund of what others may do.
OCCASION = frozenset({"because", "due", "amid", "despite", "during", "following"})

#: Nouns whose "of" is said of the participle behind its noun: "the risk of men dying".
RISKS = frozenset(
    {"risk", "danger", "possibility", "prospect", "chance", "fear", "threat", "likelihood", "idea", "hope"}
)
#: Nouns for a stretch of deeds, or for one of them.
ROUNDS = word_list("syntax_rounds")
#: Those of them that say what sort of deed it is, and not how many of them there were.
_SORTS = frozenset({"war", "act", "use"})
#: What hangs on a verb, so that no finite verb can be joined to it.
_UNDER = frozenset({"xcomp", "advcl", "acl", "obj", "obl", "conj"})
#: Where a document's text is kept, and the children of its words.
TEXT, CHILDREN = "sayso.text", "sayso.children"
#: What nouns are told apart by that stands before them.
_DETERMINERS = frozenset({"a", "an", "the", "this", "that", "these", "those", "none"})
#: Words for nobody and nothing, alone or before a noun.
NOBODY = frozenset({"no", "nobody", "none", "nothing", "neither"})


Answer = TypeVar("Answer")


def of_word(ask: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """The function, which each word of a document is asked once: what its parse says does not change."""
    name = f"{ask.__module__}.{ask.__qualname__}"

    @wraps(ask)
    def answer(word: Token) -> Answer:
        kept, at = word.doc.user_data, word.i
        known: dict[int, Answer] | None = kept.get(name)
        if known is None:
            known = kept[name] = {}
        if at not in known:
            known[at] = ask(word)
        return known[at]

    return answer


@lru_cache(maxsize=256)
def base(label: str) -> str:
    """The label without its subtype."""
    return label.partition(":")[0]


def children(token: Token, *labels: str) -> list[Token]:
    """Children under one of the labels; a bare label takes its subtypes too."""
    return [child for child, label, plain in _labelled(token) if label in labels or plain in labels]


def _labelled(token: Token) -> list[tuple[Token, str, str]]:
    """The children with their labels, whole and bare; a document's are made once, for the rules ask for each often."""
    known: list[list[tuple[Token, str, str]]] | None = token.doc.user_data.get(CHILDREN)
    if known is None:
        known = [[(c, c.dep_, base(c.dep_)) for c in one.children] for one in token.doc]
        token.doc.user_data[CHILDREN] = known
    return known[token.i]


def is_denied(word: Token, by: frozenset[str] = NOT) -> bool:
    """Whether "not" or "never" hangs on the word, whatever it is said of; `verb_group.negated` looks closer."""
    return any(child.lower_ in by for child in word.children)


def is_verb(token: Token) -> bool:
    """Whether it is one; "fighting broke out" has a noun for its subject, whatever its tag."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    named = token.dep_ == "nsubj" and token.tag_ == "VBG" and not any(c.dep_ == "obj" for c in token.children)
    return not named


def conjuncts(token: Token) -> list[Token]:
    """The token and the nominal members joined to it, in text order."""
    found = [token]
    for child in token.children:
        if child.dep_ != "conj" or child.pos_ in ("VERB", "AUX", "ADV") or _is_past_verb(child, token):
            continue
        if any(c.lower_ == "not" and c.i < child.i for c in child.children):
            continue  # "signed by Chad and the front, but not by Mali"
        if not _is_short_form(child):
            found.extend(conjuncts(child))
    return found


def dates_another(clause: Token, marks: frozenset[str]) -> bool:
    """ "After gunmen killed nine", "before Togo left": a clause with one of the marks and a subject of its own, which
    tells what others did at another time than the verb above it.
    """
    if clause.dep_ != "advcl" or not children(clause, "nsubj", "nsubj:pass"):
        return False
    return any(mark.lower_ in marks for mark in children(clause, "mark"))


def joined_to(token: Token) -> Token:
    """What a conjunct shares its place with: "resumed" of "plans to leave and resumed the talks", a finite verb, with
    "plans", whatever infinitive or noun the parse hung it on.
    """
    head = token.head
    while _is_finite_beside(token, head) and base(head.dep_) in _UNDER:
        head = head.head
    return head


def _is_finite_beside(token: Token, head: Token) -> bool:
    """Whether a finite verb was joined to an infinitive, a gerund or a noun, which it cannot be."""
    plain = token.tag_ in ("VB", "VBP") and head.tag_ == "VBG" and not children(token, "mark", "aux")
    apart = token.tag_ == "VBP" and head.tag_ == "VB" and any(c.lower_ == "to" for c in children(head, "mark"))
    finite = token.tag_ in ENDED or plain or (apart and not children(token, "nsubj"))
    return finite and (head.tag_ in ("VB", "VBG") or not is_verb(head))


def is_beside(participle: Token) -> bool:
    """ "Cuts demanded by the fund", "calm, rejecting calls", "an order appointing her": more of the noun is told."""
    to = any(c.lower_ == "to" for c in participle.children)
    apart = participle.i > 0 and participle.left_edge.i > 0 and participle.left_edge.nbor(-1).text == ","
    noun = participle.head
    bare = not any(c.dep_ in ("mark", "case") for c in participle.children) and not is_verb(noun)
    subject = noun.dep_ == "nmod" and noun.head.lemma_.lower() in RISKS and participle.left_edge.i == noun.i + 1
    bare = bare and not subject  # "the risk of men dying"
    finite = participle.tag_ == "VBD" and not children(participle, "mark")
    return finite or (participle.tag_ == "VBN" and not to) or (participle.tag_ == "VBG" and (apart or bare))


def _is_past_verb(member: Token, first: Token) -> bool:
    """ "Shops" of "rioters attack a bank, shops", which the parse joined to the subject: the verb stands between."""
    return first.dep_ == "nsubj" and is_verb(first.head) and first.i < first.head.i < member.i


def _is_short_form(token: Token) -> bool:
    """ "URF" of "the Upper River Front, or URF,": another name of the same."""
    either = [child for child in token.children if child.dep_ == "cc" and child.lower_ == "or"]
    return token.text.isupper() and len(token) > 1 and bool(either) and either[0].nbor(-1).text == ","


@of_word
def case_of(token: Token) -> str:
    """The preposition of a nominal ("because of" gives "because of"); empty where it has none."""
    cases = [case for case in children(token, "case") if case.i < token.i and not _bounds(case)]
    cases = [case for case in cases if case is cases[0] or not case.is_title]  # "with Governor [Name]"
    parts = [part for case in cases for part in [case, *children(case, "fixed")]]
    return " ".join(part.lower_ for part in [*_out(parts), *parts])


def _out(parts: list[Token]) -> list[Token]:
    """ "Out" of "pulled out of [Town]", which the parse may hang on the verb."""
    before = parts[0].nbor(-1) if parts and parts[0].i and parts[0].lower_ == "of" else None
    return [before] if before is not None and before.lower_ == "out" and before.dep_ == "advmod" else []


def _bounds(case: Token) -> bool:
    """ "at" of "at least twelve" is no preposition of the noun."""
    following = case.i + 1
    return case.lower_ == "at" and following < len(case.doc) and case.doc[following].lower_ in ("least", "most")


def first_case(token: Token) -> str:
    """ "with" of "with President of [Country] [Name]", where the parse hangs both prepositions on one name."""
    cases = [child for child in token.children if child.dep_ == "case" and child.i < token.i]
    return cases[0].lower_ if len(cases) > 1 and cases[0].i + 1 < cases[1].i else ""


def modifiers(noun: Token) -> list[Token]:
    """Names and nouns right before the noun ("Kenyan police raid" gives police and Kenyan), the nearest first."""
    found = [
        child
        for child in noun.children
        if child.i < noun.i and child.dep_ in ("compound", "amod", "nmod", "flat", "nmod:desc")
    ]
    return sorted(found, key=lambda child: -child.i)


def possessors(noun: Token) -> list[Token]:
    """ "The rebels" of "the rebels' attack" and, without an article of its own, of "the rebels' raid on the port and
    attacks at sea".
    """
    own = children(noun, "nmod:poss")
    joined = noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and noun.pos_ == "NOUN"
    bare = joined and not any(c.dep_ in ("det", "nummod", "compound", "case") and c.i < noun.i for c in noun.children)
    return own or (children(noun.head, "nmod:poss") if bare else [])


def round_of(noun: Token) -> Token | None:
    """ "War" of "Chad's war of aggression", "wave" of "a wave of raids", "days" of "two days of talks"."""
    bare = noun.dep_ == "nmod" and not children(noun, "det")  # "the first hours of the war" are a part of it
    counted = bare and case_of(noun) == "of" and noun.head.pos_ == "NOUN"
    return noun.head if counted and {noun.head.lemma_.lower(), noun.head.lower_} & ROUNDS else None


def whole_round(noun: Token) -> Token:
    """The noun that a verb is said of: "days" of "held two days of talks", the first noun of a list."""
    while True:
        listed = noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN")
        above = noun.head if listed else round_of(noun)
        if above is None or above.i >= noun.i or (not listed and above.lemma_.lower() in _SORTS):
            return noun
        noun = above


def name_end(name: Token) -> Token:
    """The last word of the name that the token is part of."""
    last = name
    while last.i + 1 < len(name.doc) and name.doc[last.i + 1].ent_iob_ == "I":
        last = name.doc[last.i + 1]
    return last


def name_around(token: Token) -> Span:
    """All words of the name that the word is part of; the word alone where it is no name's."""
    doc, start = token.doc, token.i
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    return doc[start : name_end(token).i + 1]


def noun_phrase(token: Token) -> Span:
    """The phrase from its determiner to its head, with a name whole, without what follows the head."""
    left = right = token.i
    for child in token.children:
        if child.i < token.i and child.dep_ not in _APART and not case_of(child):
            # "at least" before a number stays outside
            left = min(left, _number_start(child) if child.pos_ == "NUM" else child.left_edge.i)
        elif child.i == right + 1 and child.dep_ == "flat":
            right = child.right_edge.i
        elif child.i == right + 1 and child.dep_ in ("compound", "fixed", "goeswith"):
            right = child.i
    return token.doc[_unbroken(token, left) : right + 1]


def _number_start(number: Token) -> int:
    """ "Thirty" of "thirty-four", however many words that is."""
    doc, first = number.doc, number.i
    while (
        first > 1 and doc[first - 1].text in HYPHENS and not (doc[first - 1].whitespace_ or doc[first - 2].whitespace_)
    ):
        first -= 2
    return first


def _unbroken(token: Token, left: int) -> int:
    """Where the words begin between which and the token no verb or comma of another clause stands."""
    for i in range(token.i - 1, left - 1, -1):
        word = token.doc[i]
        if (is_verb(word) or word.text == ",") and not token.is_ancestor(word):
            return i + 1
    return left


def subtree_in_order(token: Token, outside: frozenset[str] = frozenset()) -> Iterator[Token]:
    """Tokens under `token`, nearest to it in the tree first, then in text order; none under labels of `outside`."""
    level = [token]
    while level:
        yield from level
        below = (child for one in level for child in one.children if child.dep_ not in outside)
        level = sorted(below, key=lambda child: child.i)


def text_of(doc: Doc) -> str:
    """The whole text, which spaCy puts together anew whenever it is asked for it."""
    if TEXT not in doc.user_data:
        doc.user_data[TEXT] = doc.text
    text: str = doc.user_data[TEXT]
    return text


def is_nobody(who: Token) -> bool:
    """ "Nobody", "no soldiers", "none of them", "neither side", "neither the army nor the police"."""
    led = {c.lower_ for c in children(who, "det", "cc", "cc:preconj")}
    return "nor" in led or bool({who.lower_, *led} & NOBODY)


def is_name_for(verb: Token, last: int) -> bool:
    """ "Called the attack a crime", "which he called a crime", "what he called the murder": a verb behind whose object,
    or itself, the `last` word, it is told what that is called.
    """
    if verb.lemma_ != "call":
        return False
    behind = [c for c in verb.children if c.i > last]
    named = any(c.dep_ in ("xcomp", "obj") or (c.i == last + 1 and c.dep_ == "advmod") for c in behind)
    return named or verb.head.lower_ == "what"


def is_under_which(clause: Token) -> bool:
    """ "A raid for which he holds the rebels responsible": the noun is not what is held."""
    return any(c.lower_ == "which" and case_of(c) for c in clause.children)


def is_said(clause: Token) -> bool:
    """ "That its members fled" of "accusations that its members fled": what the noun says, not whose it is."""
    return clause.dep_ == "acl" and any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)


def is_occasion(verb: Token) -> bool:
    """ "Fighting" of "shut the school because of fighting": others may do it."""
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "case")}
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and bool(marks & OCCASION) and not children(verb, "obj")


def determiner(noun: Token, also: frozenset[str] = frozenset()) -> str:
    """The article or demonstrative of a noun, or what else of these it has; "none" where it has none, "other" for all
    else in its place.
    """
    found = next((c.lower_ for c in noun.children if c.dep_ in ("det", "nmod:poss")), "none")
    return found if found in _DETERMINERS | also else "other"


def span_of_sentence(token: Token) -> tuple[int, int]:
    """Where its sentence stands (code points), without the white space around it."""
    words = [t for t in token.sent if not t.is_space]
    return (words[0].idx, words[-1].idx + len(words[-1])) if words else (token.idx, token.idx + len(token))
