"""How likely and until when: the probability range of an outlook's words, and its horizon."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from sayso.codebook.cues import LikelihoodTerm, load_cues
from sayso.codebook.grammar import NO
from sayso.codebook.syntax import base, case_of, children, noun_phrase
from sayso.codebook.tree import is_denied
from sayso.digest._places.dateline import whole_dateline
from sayso.extract._expecting.expectation import Expectation
from sayso.extract._expecting.turned import surprise
from sayso.extract._saying.frames import is_clause
from sayso.model import Horizon, Probability, Span, Time, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest.digest import Digest

_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)(?:\s?(?:-|–|to|and)\s?(\d{1,3}(?:\.\d+)?))?\s?(?:%|percent|per cent)")
_CHANCE = re.compile(r"\b(?:chances?|probability|likelihood|odds|risk)\b")
_NONE = re.compile(r"\b(?<!almost )(?<!virtually )(?<!practically )(?:no|zero) chance\b", re.IGNORECASE)
_EVEN = re.compile(r"\b(?:50[-–/]50|fifty[- ]fifty)\b", re.IGNORECASE)
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SMALL = "|".join(_NUMBERS[1:])
_RATIO = re.compile(rf"\b({_SMALL})[- ]in[- ]({_SMALL})\b", re.IGNORECASE)
_BELOW = re.compile(r"\b(?:less than|under|below|at most|up to)\s+(?:an?\s+)?$", re.IGNORECASE)
_ABOVE = re.compile(r"\b(?:more than|over|above|at least)\s+(?:an?\s+)?$", re.IGNORECASE)
_COMING = re.compile(r"\b(?:next|coming|following|ahead|soon|near|shortly|upcoming)\b", re.IGNORECASE)
_SOON = re.compile(
    r"\b(?:very\s+)?soon\b(?!\s+(?:as|after)\b)|\b(?:shortly|imminently)\b(?!\s+(?:before|after)\b)"
    r"|\b(?:any day now|at any (?:moment|time|minute)|before long|before dawn|by (?:the )?year['’]s end|by year-end"
    r"|(?:with)?in a matter of (?:hours|days|weeks|months)|in the (?:near|short|medium|long) term)\b"
)
_BEHIND = re.compile(r"\s+(?:ahead|to come)\b")
_WITHIN = re.compile(r"\b(?:within|in)\s+$", re.IGNORECASE)
_GONE = re.compile(r"\b(?:recent|past|last|previous)\b", re.IGNORECASE)
#: The name of a day right before its date: "Harvest Day on June 3".
_NAMED_DAY = re.compile(r"(?:[A-Z][\w’'-]*\s+){1,4}Day,?\s+on\s+$")
_BARE_FUTURE = re.compile(r"(?:the\s+)?future", re.IGNORECASE)
#: Words between a year and the last word of the name it belongs to.
NAME = 4
#: Code points of a day's name that are looked at.
LONGEST_NAME = 60
_UNTIL = frozenset(("by", "before", "until", "till", "ahead of"))
_LIMITS = frozenset(("by", "before", "until", "till", "within", "in"))
_MODALS = ("could", "may", "might")


def probability_of(found: Expectation, text: str) -> Probability | None:
    """The range that the cue's words give, or None when they give no degree."""
    stated = _stated(found, text)
    if stated is not None:
        return stated
    term = load_cues().likelihood["unlikely"] if surprise(found.anchor) == found.head else _of_cue(found)
    negated = term is not None and _negated(found)
    if term is None:
        term = _of_predicate(found) or _of_adverb(found.head) or _of_head(found)
        negated = term is not None and is_denied(found.head, NO)
    if term is None:
        modal = next((c.lower_ for c in children(found.head, "aux") if c.lower_ in _MODALS), None)
        term = load_cues().likelihood[modal] if modal and found.entry.where not in ("modal", "adverb") else None
    if term is None:
        return None
    low, high = (round(1 - term.high, 4), round(1 - term.low, 4)) if negated else (term.low, term.high)
    return Probability(low=low, high=high, scale=term.scale)


def _stated(found: Expectation, text: str) -> Probability | None:
    """ "a 60 percent chance", "a 50-50 chance", "a one in three chance"."""
    sentence = found.anchor.sent
    said = text[sentence.start_char : sentence.end_char]
    if not any(_is_chance_of(found, match.start() + sentence.start_char) for match in _CHANCE.finditer(said)):
        return None
    if (none := _NONE.search(said)) is not None and not _PERCENT.search(said, none.start()):
        return Probability(low=0.0, high=0.0, scale="stated")
    return stated_in(said)


def stated_in(said: str) -> Probability | None:
    """The number among the words, as a range: "less than 20 percent", "one in three", "50-50"."""
    number, even, ratio = _PERCENT.search(said), _EVEN.search(said), _RATIO.search(said)
    stated = number or even or ratio
    if stated is None:
        return None
    if number is not None:
        low = float(number.group(1)) / 100
        high = float(number.group(2)) / 100 if number.group(2) else low
    elif ratio is not None and even is None:
        low = high = round(_NUMBERS.index(ratio.group(1).lower()) / _NUMBERS.index(ratio.group(2).lower()), 4)
    else:
        low = high = 0.5
    before = said[: stated.start()]
    low, high = (0.0 if _BELOW.search(before) else low), (1.0 if _ABOVE.search(before) else high)
    return Probability(low=low, high=high, scale="stated") if 0 <= low <= high <= 1 else None


def _is_chance_of(found: Expectation, at: int) -> bool:
    """Whether the "chance" at a code point is of what is expected, and of nothing beside it."""
    said = found.anchor.doc.char_span(at, at + 1, alignment_mode="expand")
    if said is None:
        return False
    word, own = said[0], (found.anchor, found.head)
    return word in found.cue or any(word.i == one.i or word.is_ancestor(one) or one.is_ancestor(word) for one in own)


def _of_cue(found: Expectation) -> LikelihoodTerm | None:
    """The longest phrase of the table that holds the cue."""
    table = load_cues().likelihood
    first, last = found.cue[0].i, found.cue[-1].i
    doc = found.anchor.doc
    for start in range(max(0, first - 3), last + 1):
        for end in range(min(len(doc), last + 3), max(last, start), -1):
            term = table.get(" ".join(token.lower_ for token in doc[start:end]))
            if term is not None and found.entry.where != "control":
                return term
    doubted = found.entry.where == "control" and found.cue[0].lemma_ == "doubt"
    return table["doubt"] if doubted else None


def is_graded(found: Expectation) -> bool:
    """ "a remote chance that it will hold": the noun says how likely what it holds is."""
    return found.entry.name == "prospect" and _of_cue(found) is not None


def _of_predicate(found: Expectation) -> LikelihoodTerm | None:
    """ "the chances of a truce are slim", "put the odds of a deal at better than even"."""
    if found.entry.name != "prospect":
        return None
    table, verb = load_cues().likelihood, found.anchor.head
    if base(found.anchor.dep_) == "nsubj":
        return table.get(f"{verb.lower_} chance")
    at = next((t for t in verb.doc[found.last + 1 : found.last + 4] if t.lower_ == "at"), None)
    said = () if at is None else verb.doc[at.i + 1 : at.i + 4]
    return next((term for end in (3, 2) if (term := table.get(" ".join(t.lower_ for t in said[:end])))), None)


def _of_adverb(head: Token) -> LikelihoodTerm | None:
    """ "will almost certainly": the adverb of what is expected, with its own degree."""
    table = load_cues().likelihood
    for adverb in children(head, "advmod"):
        phrase = (*(c.lower_ for c in adverb.children if c.i == adverb.i - 1), adverb.lower_)
        term = table.get(" ".join(phrase)) or table.get(adverb.lower_)
        if term is not None:
            return term
    return None


def _of_head(found: Expectation) -> LikelihoodTerm | None:
    """ "warned that an attack was highly likely": the degree is what is said."""
    head, table = found.head, load_cues().likelihood
    if not children(head, "cop"):
        return None
    before = head.nbor(-1).lower_ if head.i else ""
    return table.get(f"{before} {head.lower_}") or table.get(head.lower_)


def _negated(found: Expectation) -> bool:
    """ "not likely", "will probably not", "do not doubt"."""
    near = [c for c in found.anchor.children if base(c.dep_) == "advmod" and c.lower_ in NO]
    return bool(near) and found.entry.where in ("raise", "adverb", "control")


def horizon_of(digest: Digest, found: Expectation, content: Span, cue: Span) -> Horizon | None:
    """The first time ahead in the content, in the cue or in the prelude of its clause, else a limit in the sentence."""
    prelude = (min(found.anchor.left_edge.idx, found.head.left_edge.idx), content[0])
    sentence = (found.anchor.sent.start_char, found.anchor.sent.end_char)
    near = [time for part in (content, cue) for time in times_in(digest, part) if _tells_when(found, time)]
    near.sort(key=lambda time: not _hangs_on(found, time))
    fronted = (time for time in times_in(digest, prelude) if _hangs_on(found, time))
    over = [t for t in times_in(digest, sentence) if _stands_over(found, t) and _tells_when(found, t)]
    limits = (time for time in over if _is_limit(digest, time) or _is_likely_then(found))
    first = next((time for time in (*near, *fronted, *limits) if _is_ahead(digest, time)), None)
    if first is not None:
        return _horizon(digest, first)
    return _soon(digest, content) or _until_happening(digest, found, content)


def _tells_when(found: Expectation, time: Time) -> bool:
    """Whether the time is no part of a name, no length told of a thing, and of no past that a clause tells of it."""
    return not (_in_subject(found, time) or _in_name(found, time) or _in_past_clause(found, time))


def is_clause_of_a_thing(clause: Token) -> bool:
    """ "The port, which it lost in 2023", "the pact signed in 2021"."""
    return clause.dep_ == "acl:relcl" or (base(clause.dep_) == "acl" and clause.tag_ in ("VBN", "VBD"))


def _in_past_clause(found: Expectation, time: Time) -> bool:
    """ "The grant that it announced last week": when the grant was announced."""
    clause = _clause_of(found, time)
    if clause is None or clause.i in (found.head.i, found.anchor.i) or not found.head.is_ancestor(clause):
        return False
    past = clause.tag_ in ("VBD", "VBN") and not any(c.tag_ == "MD" for c in clause.children)
    return past and is_clause_of_a_thing(clause)


def _in_name(found: Expectation, time: Time) -> bool:
    """ "The 2026 Harbour Games", "Vision 2040": a year that belongs to a name."""
    said = found.anchor.doc.char_span(*time.spans[0], alignment_mode="expand")
    if said is None or len(said) > 1 or not said.text.isdigit():
        return False
    year, noun = said[0], said[0].head
    if base(year.dep_) not in ("compound", "nummod", "amod", "flat") or abs(noun.i - year.i) > NAME:
        return False
    return noun.pos_ == "PROPN"


def _in_subject(found: Expectation, time: Time) -> bool:
    """ "The third raid in two years will …", "the first time in three years": how long, told of a thing alone."""
    words = found.anchor.doc.char_span(*time.spans[0], alignment_mode="expand") if time.type == "duration" else None
    if words is None:
        return False
    subjects = [c for one in (found.head, found.anchor) for c in children(one, "nsubj")]
    noun = words.root.head
    of_thing = noun.pos_ == "NOUN" and noun.i not in (found.head.i, found.anchor.i) and base(words.root.dep_) == "nmod"
    return of_thing or any(c.left_edge.i <= words.root.i <= c.right_edge.i for c in subjects)


def _stands_over(found: Expectation, time: Time) -> bool:
    """Whether the time is of the cue's clause or of one that holds it, and of none beside it."""
    clause = _clause_of(found, time)
    return clause is not None and any(clause.i == one.i for one in (found.anchor, found.head, *found.anchor.ancestors))


def _is_likely_then(found: Expectation) -> bool:
    """ "There is little chance of a truce this year": what is, is then."""
    return found.entry.where == "noun" and found.anchor.head.lemma_ == "be" and base(found.anchor.dep_) == "nsubj"


def _until_happening(digest: Digest, found: Expectation, content: Span) -> Horizon | None:
    """ "before the rainy season": a limit in words, whose day nobody gives."""
    doc, text = found.anchor.doc, digest.report.text
    for token in doc[found.first : found.last + 1]:
        if (
            token.pos_ != "NOUN"
            or case_of(token) not in _UNTIL
            or token.lemma_.lower() not in load_cues().traps["dated"]
        ):
            continue
        phrase = noun_phrase(token)
        if content[0] <= phrase.start_char and phrase.end_char <= content[1]:
            said = words(text, (phrase.start_char, phrase.end_char))
            return Horizon(start=None, end=None, text=said.text, spans=said.spans)
    return None


def _soon(digest: Digest, content: Span) -> Horizon | None:
    """ "soon", "shortly": a limit without a day."""
    found = _SOON.search(digest.report.text, *content)
    if found is None:
        return None
    said = words(digest.report.text, found.span())
    return Horizon(start=None, end=None, text=said.text, spans=said.spans)


def _horizon(digest: Digest, time: Time) -> Horizon:
    """The time; one without dates with its preposition, which says all ("within weeks"), a named day with its name."""
    text, (start, end) = digest.report.text, time.spans[0]
    within = _WITHIN.search(text, max(0, start - 12), start) if time.start == time.end else None
    behind = _BEHIND.match(text, time.spans[-1][1])
    if behind is not None and len(time.spans) == 1:
        end = behind.end()
    named = within or _NAMED_DAY.search(text, max(0, start - LONGEST_NAME), start)
    said = words(text, (named.start() if named is not None else start, end), *time.spans[1:])
    return Horizon(start=time.start, end=time.end, text=said.text, spans=said.spans)


def _hangs_on(found: Expectation, time: Time) -> bool:
    """Whether the time is of the clause itself, and of no clause inside its prelude."""
    clause = _clause_of(found, time)
    return clause is not None and clause.i in (found.anchor.i, found.head.i)


def _clause_of(found: Expectation, time: Time) -> Token | None:
    said = found.anchor.doc.char_span(*time.spans[0], alignment_mode="expand")
    return next((above for above in said.root.ancestors if is_clause(above)), None) if said else None


def times_in(digest: Digest, span: Span) -> tuple[Time, ...]:
    """The times that begin inside the span, the day of the dateline left out."""
    dateline = whole_dateline(digest.report.text)
    after = max(span[0], dateline[1]) if dateline is not None else span[0]
    first = bisect_left(digest.times, after, key=_start)
    return digest.times[first : bisect_left(digest.times, span[1], first, key=_start)]


def _start(time: Time) -> int:
    return time.spans[0][0]


def _is_ahead(digest: Digest, time: Time) -> bool:
    """Whether the words set a day, a span or a limit that does not lie before the report."""
    if time.type == "set" or time.value == "PRESENT_REF":
        return False
    if time.value == "FUTURE_REF":
        return not _BARE_FUTURE.fullmatch(time.text)
    if time.end is None and _GONE.search(time.text):
        return False
    if time.end is None and not digest.report.published and time.type in ("date", "time"):
        return True
    if time.end is None and _BEHIND.match(digest.report.text, time.spans[-1][1]):
        return True
    if time.end is None:
        return _COMING.search(time.text) is not None or (
            time.type == "duration" and _before_it(digest, time) in _LIMITS
        )
    published = digest.report.published
    return not (published and time.end <= published[:10])


def _is_limit(digest: Digest, time: Time) -> bool:
    """A later day, or a limit ("by Monday"): the day of the report itself may be when something was said."""
    published = digest.report.published
    later = bool(published and time.start and time.start[:10] > published[:10])
    return later or _before_it(digest, time) in _LIMITS or _COMING.search(time.text) is not None


def _before_it(digest: Digest, time: Time) -> str:
    before = digest.report.text[max(0, time.spans[0][0] - 12) : time.spans[0][0]].lower().split()
    return before[-1] if before else ""
