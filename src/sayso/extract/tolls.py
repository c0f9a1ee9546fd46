"""Tolls: how many were killed, injured, missing, captured, displaced, by group and scope, on the event that caused it.

Conventions (docs/tolls.md): the words are kept; each group counted has a toll of its own ("11, including two children"
gives two); "killed or wounded" counts for both; a toll that runs ("has risen to 15", "since January") is `cumulative`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.codebook import load_codebook
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._participants import named_beside, phrase_of, through_partitive
from sayso.extract._telling import Telling
from sayso.model import Effect, Quantity, Spans, Toll

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: Verbs whose object is counted, and verbs whose subject is.
OBJECT_VERBS: dict[str, Effect] = {
    **dict.fromkeys(
        [
            "kill",
            "murder",
            "massacre",
            "slaughter",
            "slay",
            "assassinate",
            "execute",
            "behead",
            "butcher",
            "lynch",
            "hang",
        ],
        "killed",
    ),
    **dict.fromkeys(["wound", "injure", "maim", "hurt"], "injured"),
    **dict.fromkeys(["capture", "kidnap", "abduct", "arrest", "detain"], "captured"),
    **dict.fromkeys(["displace", "evict", "uproot", "deport"], "displaced"),
}
SUBJECT_VERBS: dict[str, Effect] = {
    **dict.fromkeys(["die", "perish", "drown"], "killed"),
    **dict.fromkeys(["flee"], "displaced"),
}
NOUNS: dict[str, Effect] = {
    **dict.fromkeys(["death", "fatality", "dead"], "killed"),
    **dict.fromkeys(["injury", "injured", "wounded"], "injured"),
    **dict.fromkeys(["missing"], "missing"),
    **dict.fromkeys(["captive", "captured"], "captured"),
    **dict.fromkeys(["homeless", "displaced"], "displaced"),
}
ADJECTIVES: dict[str, Effect] = {
    "dead": "killed",
    "wounded": "injured",
    "injured": "injured",
    "hurt": "injured",
    "missing": "missing",
    "homeless": "displaced",
    "displaced": "displaced",
    "captive": "captured",
}
#: "casualties" are dead and wounded; where nothing else is said they are not split.
TOLL_NOUNS = frozenset({"toll", "casualty", "casualties", "victim"})
#: Words of an effect that are no event beside the cause that is told in their sentence.
EFFECT_WORDS = word_list("tolls_effect_words")
#: Verbs that kill when "dead" or "to death" follows.
ENDING_IN_DEATH = frozenset({"shoot", "burn", "beat", "stab", "hack", "gun", "crush", "starve", "freeze"})
LEAVING = frozenset({"leave"})
RUNNING = frozenset({"toll", "total", "altogether", "overall", "cumulative"})
#: Things that are counted beside people but are none.
NOT_PEOPLE = word_list("tolls_not_people")
PEOPLE_OF = ("of", "among")
SINCE = frozenset({"since", "so far", "to date"})


@dataclass(frozen=True, slots=True)
class Count:
    """One group counted: the effect, the word that says so, and the head of the group."""

    effect: Effect
    cue: Token
    who: Token


def add_tolls(digest: Digest, tellings: list[Telling]) -> None:
    """Puts every toll of the text on the event that caused it, else on the event of the effect itself."""
    spans = _quantities(digest)
    by_token = {token.i: telling for telling in tellings for token in telling.tokens}
    seen: set[tuple[int, Effect, int]] = set()
    for count in _counts(digest):
        telling = _owner(count, by_token, tellings)
        if telling is None:
            continue
        for who in _groups(count.who):
            key = (id(telling), count.effect, who.i)
            literal = telling.kind is not None or lemma(count.cue) in SUBJECT_VERBS or _quantity_of(who, spans)
            if key not in seen and literal and _counted(who, spans):
                seen.add(key)
                telling.tolls.append(_toll(digest, count, who, spans))


def _counts(digest: Digest) -> Iterator[Count]:
    for token in digest.doc:
        word = lemma(token)
        if syntax.is_verb(token):
            yield from _verb_counts(token, word)
        elif token.pos_ in ("ADJ", "ADV") or token.dep_ == "amod":
            yield from _adjective_counts(token, word)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from _noun_counts(token, word)


def _verb_counts(token: Token, word: str) -> Iterator[Count]:
    if word in OBJECT_VERBS:
        for who in _objects(token) or _number_after(token):
            yield Count(OBJECT_VERBS[word], token, _number_of(token, who))
    elif word in SUBJECT_VERBS:
        for who in syntax.logical_subjects(token) or syntax.surface_subject(token):
            yield Count(SUBJECT_VERBS[word], token, who)
    elif word in ENDING_IN_DEATH and (word == "gun" or _to_death(token)):
        yield from (Count("killed", token, who) for who in syntax.logical_objects(token))


def _objects(verb: Token) -> list[Token]:
    """ "killed ten and wounded at least 39": an object behind the second verb is the second verb's."""
    found = syntax.logical_objects(verb)
    later = [c.i for c in verb.children if c.dep_ == "conj" and lemma(c) in OBJECT_VERBS and c.i > verb.i]
    if any(verb.i < i < t.i for i in later for t in found):
        found = [t for t in syntax.children(verb, "obj") if t.i < min(later)]
    if verb.dep_ == "conj" and not syntax.children(verb, "obj") and lemma(verb.head) in OBJECT_VERBS:
        return [t for t in syntax.children(verb.head, "obj") if t.i > verb.i] or found
    return found


def _number_of(verb: Token, who: Token) -> Token:
    """ "the number of people killed … to twelve": the figure, where a number of the group is what changes."""
    if lemma(who.head) not in ("number", "count") or verb.dep_ != "acl":
        return who
    change = who.head.head
    figures = [*syntax.prepositional(verb, "to"), *syntax.prepositional(change, "to")]
    return next((t for t in figures if t.pos_ == "NUM" and t.i > who.i), who)


def _to_death(verb: Token) -> bool:
    """ "shot dead", "hacked to death"."""
    return any(c.lower_ in ("dead", "death") for t in verb.children for c in (t, *t.children))


def _number_after(verb: Token) -> list[Token]:
    """ "wounding nine": the number right after a participle, where the parse gives it no object."""
    following = verb.i + 1
    if verb.tag_ != "VBG" or following >= len(verb.doc) or verb.doc[following].pos_ != "NUM":
        return []
    number = verb.doc[following]
    return [number.head if number.dep_ == "nummod" and 0 < number.head.i - number.i <= 3 else number]


def _adjective_counts(token: Token, word: str) -> Iterator[Count]:
    """ "left dozens dead", "two were wounded", "nine people are missing", "12 dead"."""
    effect = ADJECTIVES.get(token.lower_) or ADJECTIVES.get(word)
    if effect is None:
        return
    head = token.head
    subjects = syntax.surface_subject(token)
    if subjects:
        yield from (Count(effect, token, who) for who in subjects)
    elif token.dep_ in ("xcomp", "obj", "advcl", "conj", "ccomp") and syntax.is_verb(head):
        yield from (
            Count(effect, token, who) for who in syntax.logical_objects(head)[:1] or syntax.children(head, "obj")[:1]
        )
    elif (
        token.dep_ in ("amod", "acl")
        and head.pos_ in ("NOUN", "PROPN")
        and any(c.dep_ == "nummod" for c in head.children)
        and effect in ("missing", "killed")
    ):
        yield Count(effect, token, head)


def _noun_counts(token: Token, word: str) -> Iterator[Count]:
    effect = NOUNS.get(token.lower_) or NOUNS.get(word)
    if effect is not None and (_numbered(token) or _denied(token)):
        yield Count(effect, token, token)
    elif effect is not None:
        yield from (Count(effect, token, who) for who in syntax.prepositional(token, "of"))
    elif word in ("casualty", "fatality") and (_numbered(token) or _denied(token)):
        yield Count("killed", token, token)
    elif word == "toll":
        yield from _toll_numbers(token)
    elif word in ("killing", "murder", "massacre", "assassination", "slaying", "execution", "slaughter"):
        yield from (Count("killed", token, who) for who in syntax.prepositional(token, "of"))
    elif word in ("arrest", "capture", "abduction", "kidnapping", "detention"):
        yield from (Count("captured", token, who) for who in syntax.prepositional(token, "of"))


def _toll_numbers(token: Token) -> Iterator[Count]:
    """ "the toll rose to 15 from 12", "a death toll of 40"."""
    effect: Effect = (
        "injured" if any(c.lower_ in ("injury", "injured", "wounded") for c in token.children) else "killed"
    )
    for who in syntax.prepositional(token, "of"):
        yield Count(effect, token, who)
    verb = token.head
    if syntax.is_verb(verb) and syntax.base(token.dep_) in ("nsubj", "obj"):
        for preposition in ("to", "at", "from"):
            yield from (Count(effect, token, who) for who in syntax.prepositional(verb, preposition))
        yield from (Count(effect, token, who) for who in syntax.children(verb, "obj") if who.i != token.i)


def _numbered(token: Token) -> bool:
    return any(
        child.dep_ in ("nummod", "amod") and (child.pos_ == "NUM" or child.lower_ in ("many", "several", "numerous"))
        for child in token.children
    )


def _denied(token: Token) -> bool:
    return any(child.lower_ == "no" for child in token.children)


def _groups(who: Token) -> list[Token]:
    """The group, those joined to it, and those named inside it ("11 people, including two children")."""
    found = syntax.conjuncts(who)
    parts = [part for token in list(found) for part in _parts(token)]
    found += [one for part in parts for one in syntax.conjuncts(part)]
    return [t for t in dict.fromkeys(found) if t.i == who.i or not _has_own_effect(t)]


def _has_own_effect(token: Token) -> bool:
    """ "killing four and wounding nine": the second number, joined to the first by mistake, has a verb of its own."""
    return any(lemma(child) in OBJECT_VERBS for child in token.lefts)


def _parts(token: Token) -> list[Token]:
    """What stands after "including" beside the group."""
    near = [*token.children, *(c for c in token.head.children if c.i > token.i)]
    found = [c for c in near if syntax.case_of(c) in ("including", "among them") and c.i != token.i]
    opened = [c for c in token.children if c.lower_ == "including" and c.dep_ in ("acl", "advcl", "amod")]
    return found + [inner for child in opened for inner in syntax.children(child, "obj")]


# ---- which event


def _owner(count: Count, by_token: dict[int, Telling], tellings: list[Telling]) -> Telling | None:
    """The cause: what the effect's verb has as subject, hangs under or stands in; else the effect's own event; else
    the nearest assault."""
    own = by_token.get(count.cue.i)
    if own is not None:
        return own.cause or own
    caused = _cause_of(count.cue, by_token)
    if caused is not None:
        return caused
    same = [
        t
        for t in tellings
        if t.head.sent.start == count.cue.sent.start and t.kind is not None and t.type in ("ASSAULT", "COERCE")
    ]
    return min(same, key=lambda t: abs(t.head.i - count.cue.i), default=None)


def link_causes(tellings: list[Telling]) -> None:
    """Marks effects ("killed 12") whose cause ("the strike") is told in the same sentence: they are no events beside
    it."""
    by_token = {token.i: telling for telling in tellings for token in telling.tokens}
    for telling in tellings:
        bare = telling.frame is None and lemma(telling.head) in EFFECT_WORDS
        if bare or (telling.frame is not None and telling.frame.toll in ("killed", "injured") and telling.mode is None):
            cause = _cause_of(telling.head, by_token)
            if cause is not None and cause is not telling and cause.cause is None:
                telling.cause = cause


def _cause_of(effect: Token, by_token: dict[int, Telling]) -> Telling | None:
    for candidate in _cause_tokens(effect):
        telling = by_token.get(candidate.i)
        if (
            telling is not None
            and telling.head.i != effect.i
            and telling.type == "ASSAULT"
            and (telling.frame is None or telling.frame.toll is None)
        ):
            return telling
    return None


def _cause_tokens(effect: Token) -> Iterator[Token]:
    """Where a cause may stand: subject, "in/during/by/from …", the clause it belongs to, verbs joined before it."""
    verb = effect if syntax.is_verb(effect) else effect.head
    yield from syntax.surface_subject(verb)
    yield from syntax.logical_subjects(verb)
    for preposition in ("in", "by", "during", "from", "after", "when", "as a result of", "because of", "under"):
        for token in syntax.prepositional(verb, preposition):
            yield token
            yield from (c for c in token.subtree if c.i != token.i)
    if syntax.base(verb.dep_) in ("advcl", "conj", "parataxis", "acl"):
        yield verb.head
        yield from syntax.children(verb.head, "obj")
    yield from (c for c in verb.children if c.dep_ == "advcl")
    if verb.dep_ == "xcomp" or verb.head.lemma_ in LEAVING:
        yield from syntax.surface_subject(verb.head)


# ---- how many


def _quantities(digest: Digest) -> dict[int, Quantity]:
    """Quantities by the tokens inside their spans."""
    found: dict[int, Quantity] = {}
    for quantity in digest.quantities:
        span = digest.doc.char_span(*quantity.spans[0], alignment_mode="expand")
        if span is not None and quantity.unit not in ("percent", "%"):
            found.update(dict.fromkeys(range(span.start, span.end), quantity))
    return found


def _counted(who: Token, spans: dict[int, Quantity]) -> bool:
    """Whether people are counted or told of: a number of people, a name of a person, a noun for people."""
    inner = through_partitive(who)
    if inner.ent_type_ in ("person", "nationality"):
        return True
    if inner.ent_type_ or inner.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ"):
        return False
    if (
        _quantity_of(who, spans) is not None
        and (inner.pos_ == "NUM" or who.i in spans)
        and lemma(inner) not in NOT_PEOPLE
    ):
        return True
    return _is_people(inner) or lemma(inner) in NOUNS or inner.lower_ in NOUNS or lemma(inner) in TOLL_NOUNS


def _is_people(token: Token) -> bool:
    """By the language model's nominal spans, else by the codebook's class of nouns for people."""
    for span in token.doc.spans.get("nominal", []):
        if span.start <= token.i < span.end and span.root.i == token.i:
            return span.label_ in ("person", "group")
    return lemma(token) in people_nouns()


@lru_cache(maxsize=1)
def people_nouns() -> frozenset[str]:
    classes = load_codebook().classes
    return classes["person"].words | classes["armed"].words


def _toll(digest: Digest, count: Count, who: Token, spans: dict[int, Quantity]) -> Toll:
    quantity = _quantity_of(who, spans)
    inner = named_beside(through_partitive(who))
    phrase = phrase_of(inner if quantity is None or inner.i in spans else who)
    start, end = phrase.start_char, phrase.end_char
    if quantity is not None and quantity.spans[0][0] <= end and start <= quantity.spans[-1][1]:
        start, end = min(start, quantity.spans[0][0]), max(end, quantity.spans[-1][1])
    where: Spans = ((start, end),)
    text = digest.report.text[start:end]
    return Toll(
        effect=count.effect, who=text, quantity=quantity.id if quantity else None, scope=_scope(count), spans=where
    )


def _quantity_of(who: Token, spans: dict[int, Quantity]) -> Quantity | None:
    if who.i in spans:
        return spans[who.i]
    for child in who.children:
        if (
            child.i in spans
            and child.i < who.i
            and child.dep_ in ("nummod", "amod", "compound", "det", "advmod", "nmod")
        ):
            return spans[child.i]
    return None


def _scope(count: Count) -> Literal["event", "cumulative"]:
    """`cumulative` where a toll runs over time."""
    if lemma(count.cue) == "toll":
        return "cumulative"
    verb = count.cue if syntax.is_verb(count.cue) else count.cue.head
    around = {child.lower_ for child in verb.children} | {
        g.lower_ for c in verb.children for g in c.children if g.dep_ in ("case", "mark")
    }
    perfect = any(c.lower_ in ("has", "have") for c in verb.children)
    return (
        "cumulative"
        if "since" in around
        or ("far" in around and "so" in [t.lower_ for t in verb.subtree])
        or (perfect and "over" in around)
        else "event"
    )
