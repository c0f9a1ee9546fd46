"""How sure the innermost source is that a predicate happened, and the words that say so (FactBank's degree and
polarity).

Two readers speak. The rules (`_status.scope`) name the cues and say what they make of the predicate. The model's
certainty head gives a value from -3 (certainly not) to 3 (certainly) at the predicate's token. The value is a
weighted mean of both where the rules see a cue (the weights: docs/certainty.md), else the head's. Polarity is
negative only under words that negate, and a word of doubt is never outvoted.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sayso.extract._status.modality import VALUE, State, look_up
from sayso.extract._status.scope import read_rules
from sayso.model import Certainty, Degree, Polarity, Words, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest.digest import Digest

__all__ = ["VALUE", "certainty_of", "head_value", "look_up", "read_rules"]

#: Share of the head in the mean of head and rules where the rules see a cue; where they negate; where they do and
#: the head does not; where they negate an object only ("has no wish"). Set on the first half of UW's dev part, see
#: docs/certainty.md.
HEAD_SHARE = 0.55
HEAD_SHARE_NEGATED = 0.4
HEAD_SHARE_AGAINST = 0.15
HEAD_SHARE_OF_OBJECT = 0.85
#: Least absolute value of each degree, and the greatest below the next.
BOUNDS: tuple[tuple[float, Degree], ...] = ((2.3, "certain"), (1.5, "probable"), (0.5, "possible"))
MOST: dict[Degree, float] = {"certain": 3.0, "probable": 2.29, "possible": 1.49, "unstated": 0.49}


def certainty_of(digest: Digest, token: Token, *, done: bool = False, bound: bool = False) -> Certainty:
    """Degree and polarity of the predicate headed by `token`, as its innermost source has it, with the cue words. But
    under a word of doubt, what is known to be told as `done` is certain ("used to bomb the port"), and what somebody is
    `bound` to do as sure as the words that bind him: that it is yet to come takes nothing from it.
    """
    rules = read_rules(token)
    meant = token.dep_ in ("advcl", "xcomp") and [c for c in rules.cues if c.head.i == token.i and c.lower_ == "to"]
    if done and (rules.hedged == "certain" or (meant and meant == rules.cues)):
        return Certainty(degree="certain", polarity="positive", cues=())
    value = value_of(rules, head_value(token))
    if bound and rules.hedged == "certain" and not rules.negative:
        value = max(value, min(rules.value, VALUE["probable"]))
    text = digest.report.text
    spans = sorted({(cue.idx, cue.idx + len(cue)) for cue in rules.cues})
    cues: tuple[Words, ...] = tuple(words(text, span) for span in spans)
    return Certainty(degree=degree_of(value), polarity=polarity_of(value, rules), cues=cues)


def degree_of(value: float) -> Degree:
    """FactBank's degree of a value from -3 to 3."""
    return next((name for least, name in BOUNDS if abs(value) >= least), "unstated")


def polarity_of(value: float, rules: State) -> Polarity:
    """The sign of the value; that of the rules where it is 0."""
    return "negative" if value < 0 or (value == 0 and rules.negative) else "positive"


def head_value(token: Token) -> float | None:
    """What the certainty head says at the token, from -3 to 3, or None where it does not speak."""
    values = token.doc.user_data.get("certainty")
    if values is None:
        return None
    value = float(values[token.i])
    return None if math.isnan(value) else value


def value_of(rules: State, head: float | None) -> float:
    """Rules and head together, from -3 to 3."""
    if head is None:
        return rules.value
    if not rules.negative:
        head = max(head, 0.0)
        mean = head if not rules.cues else _mean(HEAD_SHARE, head, rules.value)
        return min(mean, MOST[rules.hedged])
    if not rules.firm:
        return _mean(HEAD_SHARE_OF_OBJECT, head, rules.value)
    return _mean(HEAD_SHARE_NEGATED if head < 0 else HEAD_SHARE_AGAINST, head, rules.value)


def _mean(share: float, head: float, rules: float) -> float:
    return share * head + (1 - share) * rules
