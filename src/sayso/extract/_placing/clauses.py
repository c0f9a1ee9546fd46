"""How two words of a sentence stand to one another in the parse: for times and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._telling.telling import Telling
from sayso.model import Span, Words

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

W = TypeVar("W", bound=Words)
SAYING = word_list("when_where_saying")
#: Verbs whose clause says when and where the event was that they are told of ("the meeting held in Paris").
HELD = word_list("when_where_held")
#: Verbs that bring an act about, behind its noun: "the order issued in May", "the raid that they launched in May".
DONE = word_list("when_where_done")
#: Conjunctions of what was at the time of the main clause, or shortly before or after it.
SAME_TIME = word_list("when_where_same_time")
#: What somebody does for years.
AT_HOME = frozenset({"live", "reside", "dwell", "work", "study", "operate", "come", "hail", "belong", "serve", "date"})
#: Clauses that tell another matter than what they hang on.
OTHER = frozenset({"acl:relcl", "ccomp", "parataxis", "acl", "advcl"})
#: Types that are words: what they take as object is what is spoken of.
SPOKEN = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "DECIDE", "SANCTION", "CONSULT"})

#: Types of events whose recipient, when it is a place, is where they happen.
AIMED = frozenset({"ASSAULT", "CONTROL", "COERCE"})
#: How an occasion stands at what was done in its course.
IN_COURSE = frozenset({"in", "during", "at", "amid"})
#: Verbs by which somebody comes to know what was done.
FINDING_OUT = word_list("when_finding_out")


def inside(words: Words, span: Span | None) -> bool:
    """Whether the words begin inside the span."""
    return span is not None and span[0] <= words.spans[0][0] < span[1]


def root_of(digest: Digest, words: Words) -> Token | None:
    """The word by which a time or a name hangs in its sentence."""
    span = digest.doc.char_span(*words.spans[0], alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def roots_of(digest: Digest, named: Iterable[W]) -> dict[int, list[tuple[Token, W]]]:
    """Times or names with the words by which they hang in their sentences, by the start of these."""
    found: dict[int, list[tuple[Token, W]]] = {}
    for words in named:
        if (root := root_of(digest, words)) is not None:
            found.setdefault(root.sent.start, []).append((root, words))
    return found


def steps(token: Token, other: Token) -> int | None:
    """Edges between two tokens of one sentence in the tree; a step down costs as much as one up."""
    ups = {token.i: 0, **{a.i: n + 1 for n, a in enumerate(token.ancestors)}}
    for n, one in enumerate([other, *other.ancestors]):
        if one.i in ups:
            return ups[one.i] + n
    return None


def under(token: Token, ancestor: Token) -> bool:
    """Whether the word is the other or hangs on it."""
    return token.i == ancestor.i or ancestor.is_ancestor(token)


def is_saying(token: Token) -> bool:
    """Whether the word is a verb of saying."""
    return lemma(token) in SAYING and syntax.is_verb(token)


def said_in(noun: Token, heads: set[int]) -> Token:
    """ "Said in a video on Sunday that …": what is said there was not then, and the day is that of the saying."""
    of_saying = syntax.base(noun.dep_) == "obl" and is_saying(noun.head) and noun.i not in heads
    return noun.head if of_saying and syntax.children(noun.head, "ccomp", "parataxis") else noun


def in_other_clause(token: Token, telling: Telling) -> bool:
    """Whether the word stands in a relative or reported clause that the event is not in."""
    one = token
    while one.head.i != one.i and not under(telling.head, one):
        if one.dep_ in OTHER and _is_clause(one) and not is_of_the_event(one, telling):
            return True
        one = one.head
    return False


def _is_clause(word: Token) -> bool:
    """A verb, or what a relative clause says that somebody is: "who had been on strike since June"."""
    return syntax.is_verb(word) or (word.dep_ == "acl:relcl" and bool(syntax.children(word, "cop")))


def is_of_the_event(clause: Token, telling: Telling) -> bool:
    """ "The talks held in Oslo", "the order that they issued in May", "the talks, which are scheduled to open in Oslo":
    the clause says when and where.
    """
    done = lemma(clause) in DONE and (clause.dep_ == "acl" or any(c.dep_ == "nsubj" for c in clause.children))
    if not (done or lemma(clause) in HELD) or syntax.is_verb(telling.head):
        return False
    planned = clause.tag_ == "VB" and lemma(clause.head) in HELD
    return planned or clause.head.i in {t.i for t in (telling.head, *telling.tokens)}


def is_right_behind(time: Token, telling: Telling) -> bool:
    """ "Shared the messages of the summit in Oslo [on 11 May]", "confirmed nine deaths in the raid [on Friday]": beside
    a meeting or what somebody found out about, whatever the parse hangs it on.
    """
    noun = telling.head
    found_out = telling.type == "ASSAULT" and lemma(time.head) in FINDING_OUT
    joined = (telling.type == "CONSULT" or found_out) and noun.dep_ == "nmod" and not syntax.is_verb(noun)
    return joined and time.left_edge.i == noun.right_edge.i + 1


def is_at_its_time(clause: Token) -> bool:
    """A participle without a subject of its own, also of what is made or sent ("sent a letter urging them to go"), a
    clause behind a conjunction of the same time, or the deeds behind a colon ("traded blows: two shot at a boat").
    """
    marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "case") or c.tag_ == "WRB"}
    if marks:
        return marks <= SAME_TIME
    first = clause.left_edge
    if clause.dep_ == "parataxis" and clause.tag_ == "VBD" and first.i > first.sent.start:
        return first.nbor(-1).lower_ == ":" or (first.is_punct and first.lower_ == ":")
    return (
        (clause.dep_ == "advcl" or (clause.dep_ == "acl" and clause.head.dep_ == "obj"))
        and clause.tag_ == "VBG"
        and not any(syntax.base(c.dep_) == "nsubj" for c in clause.children)
    )


def is_going_on(clause: Token) -> bool:
    """ "Miners who were marching to a mill", "a boat carrying arms off [Town]": what somebody was doing meanwhile, and
    not where he is at home.
    """
    were = any(c.lower_ in ("was", "were") for c in syntax.children(clause, "aux"))
    behind = clause.dep_ == "acl" and clause.i > clause.head.i and lemma(clause) not in AT_HOME
    return clause.tag_ == "VBG" and ((clause.dep_ == "acl:relcl" and were) or behind)


def in_course_of(telling: Telling, beside: Sequence[Telling]) -> Iterator[Telling]:
    """The deeds done to, or by, whoever was doing something meanwhile, such as those who protested."""
    clause = telling.head
    if is_going_on(clause) or (telling.type == "PROTEST" and clause.dep_ == "acl:relcl" and clause.tag_ == "VBD"):
        whose = clause.head.i
        yield from (t for t in beside if any(p.i == whose for p in (*t.actors, *t.recipients)) and t.head.i != clause.i)


def relative_clause(token: Token) -> Token | None:
    """The verb of the relative clause that the word is the verb of, or joined to."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token if token.dep_ == "acl:relcl" else None


def is_at_which(clause: Token, *, where: bool = True) -> bool:
    """ "A meeting where we spoke", "a raid in which nine died": what the clause tells was in the course of it."""
    words = [word for word in clause.children if word.i < clause.i]
    return any(
        (where and w.lower_ == "where") or (w.lower_ == "which" and syntax.case_of(w) in IN_COURSE) for w in words
    )


def is_meanwhile(clause: Token) -> bool:
    """ "While celebrating, she mocked him", "arriving in [Town], she …": what the subject did just then; "nine died
    when a mine collapsed in May": how it came.
    """
    if clause.tag_ == "VBD" and clause.i > clause.head.i:
        return any(c.lower_ == "when" for c in clause.children)
    return clause.tag_ == "VBG" and clause.i < clause.head.i and is_at_its_time(clause)
