"""Which way a time looks by what it hangs on in the parse, where the nearest verb would mislead.

"We are calling for a march on Saturday", "would be glad if they left before May" and "the chance of talks before the
summer" look ahead; "in May a guard shot a shepherd" looks back, however far.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Doc, Token

from sayso.codebook.compared import BEHIND
from sayso.codebook.grammar import HAVE
from sayso.codebook.tree import case_of
from sayso.codebook.words import word_list

Look = Literal["future", "since"]
#: Verbs by which somebody wants something to be, and what it may be about that was before.
ASKING = word_list("looks_asking")
ABOUT = frozenset({"into", "of", "over", "about", "after", "against", "for", "since"})
#: Nouns of what may be.
CHANCES = word_list("looks_chances")
#: What stands before the end of a time in which something may be.
LIMITS = frozenset({"before", "by"})
#: Up to when something went on that is over, and verbs of what goes on.
UNTIL = frozenset({"until", "till", "through"})
LASTING = word_list("looks_lasting")
#: Auxiliaries of what was.
PERFECT = HAVE | {"'d", "’d"}
CONDITIONS = frozenset({"if", "unless", "whether"})
WOULD = frozenset({"would", "could", "might", "'d", "’d"})
#: The clauses between an infinitive and the verb over it.
UNDER = frozenset({"xcomp", "ccomp", "advcl"})
#: How far above a time the noun may stand that it limits.
FAR = 4


def looks(doc: Doc) -> dict[int, Look]:
    """The offsets of words that a time may be, and which way they look."""
    if not doc.has_annotation("DEP"):
        return {}
    found: dict[int, Look] = {}
    for token in doc:
        case = case_of(token)
        if token.dep_ in BEHIND and case and (_is_limit(token, case) or _is_asked(token)):
            found[token.idx] = "future"
        elif (case in ("in", "on") and _opens_past(token)) or (token.dep_ in BEHIND and _is_over_by(token, case)):
            found[token.idx] = "since"
    return found


def _is_limit(time: Token, case: str) -> bool:
    """ "Expect to take it before the spring", "a chance of talks by May", "glad if they left before March"."""
    if case not in LIMITS:
        return False
    above = list(_up(time))
    verb = next((one for one in above if one.pos_ in ("VERB", "AUX")), None)
    named = above[:FAR] if verb is None else [*above[:FAR], *(c for c in verb.children if c.dep_ == "obj")]
    if any(CHANCES & {noun.lemma_.lower(), noun.lower_} for noun in named if noun.i < time.i):
        return True
    return verb is not None and (_is_supposed(verb) or _is_of_now(verb))


def _is_over_by(time: Token, case: str) -> bool:
    """ "Lasted until late August", "held out until August, when it fell": an end that is over, as is what went on
    till then.
    """
    if case not in UNTIL:
        return False
    then = (c for c in time.children if c.dep_ == "acl:relcl" and any(w.lower_ == "when" for w in c.children))
    return any(_is_past(verb) for verb in then) or (time.head.lemma_ in LASTING and _is_past(time.head))


def _is_past(verb: Token) -> bool:
    """ "Fell", "was taken", not "is to fall"."""
    helpers = _helpers(verb)
    return (helpers[0] if helpers else verb).tag_ == "VBD"


def _up(token: Token) -> Iterator[Token]:
    """What the token hangs on, up to the first verb."""
    while token.head.i != token.i:
        token = token.head
        yield token
        if token.pos_ in ("VERB", "AUX"):
            return


def _is_supposed(verb: Token) -> bool:
    """ "Would be glad if they left": the past of what is only thought of."""
    above = verb.head
    if verb.dep_ not in UNDER or not any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in verb.children):
        return False
    helpers = {c.lower_ for one in (verb, above) for c in one.children if c.dep_ == "aux"}
    return bool(helpers & WOULD) and not helpers & PERFECT - WOULD


def _is_of_now(verb: Token) -> bool:
    """ "Leave", "are to leave", "expect to leave": the present, which a limit makes the time to come."""
    while verb.tag_ in ("VB", "VBG") and verb.dep_ in UNDER and not _helpers(verb) and verb.head.i < verb.i:
        verb = verb.head
    helpers = _helpers(verb)
    first = helpers[0] if helpers else verb
    return first.tag_ in ("VBP", "VBZ") and first.lower_ not in PERFECT


def _helpers(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop") and c.tag_ != "TO" and c.i < verb.i]


def _is_asked(time: Token) -> bool:
    """ "Calls for a march in every town on Saturday", not "calls for an inquiry into the raid on Saturday"."""
    path = [time, *_up(time)]
    verb = path[-1]
    helpers = _helpers(verb)
    now = verb.tag_ in ("VBP", "VBZ") or (verb.tag_ == "VBG" and helpers and helpers[0].tag_ in ("VBP", "VBZ"))
    if verb.lemma_ not in ASKING or not now or time.i < verb.i:
        return False
    wanted = [c for c in verb.children if c.dep_ in ("obj", "obl") and c.i > verb.i and c.i != time.i]
    between = [*path[1:-2], *(c for one in wanted for c in one.children if c.dep_ in ("nmod", "acl", "acl:relcl"))]
    return bool(wanted) and not any(case_of(one) in ABOUT or one.dep_.startswith("acl") for one in between)


def _opens_past(time: Token) -> bool:
    """ "In May a guard shot a shepherd", also where the parse has the month before the subject as a part of it."""
    if time.pos_ != "PROPN" or time.i > time.sent.start + 2:
        return False
    subject = time.head if time.head.dep_ in ("nsubj", "nsubj:pass") and time.dep_ in ("compound", "nmod") else None
    verb = subject.head if subject is not None else time.head if time.dep_ == "obl" else None
    if verb is None or verb.i < time.i or verb.dep_ != "ROOT":
        return False
    helpers = _helpers(verb)
    past = (helpers[0] if helpers else verb).tag_ == "VBD"
    aside = verb.i + 1 < len(verb.doc) and verb.nbor().text == ","  # "in May, officials said, they will leave"
    return past and not (aside and any(c.dep_ == "ccomp" for c in verb.children))
