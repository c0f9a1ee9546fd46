"""What a plain "said" does, by the words that are said: a promise, a threat, a demand, a forecast, a question, praise,
blame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sayso.codebook.cues import load_cues
from sayso.codebook.grammar import NO
from sayso.codebook.syntax import base, children, is_verb, prepositional
from sayso.codebook.tree import is_denied
from sayso.extract._saying.frames import entries_at
from sayso.extract._saying.reproach import is_somebody, reproach
from sayso.model import Act

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Side = Literal["for", "against", "mixed"]
FUTURE = frozenset(("will", "'ll", "’ll", "wo", "shall"))
_DUTY = frozenset(("must", "should", "ought"))
#: With "have": what another ought to have done.
_REPROACH = frozenset(("should", "ought"))
_LIKELY = frozenset(("likely", "unlikely", "probable", "certain", "inevitable", "bound", "expected"))
_OWN = frozenset(("i", "we", "he", "she", "it", "they"))
#: Words before an imperative: a mark, "do not", "please".
FAR = 3
_BE = frozenset(("is", "are", "was", "were", "'s", "’s"))
_SPEAKER = frozenset(("i", "we"))
_OPEN = frozenset(("if", "whether"))
#: Acts that a speaker performs by saying that he does: "We condemn the raid", "I am grateful".
_PERFORMED = frozenset(("praise", "criticize", "demand", "threaten", "promise", "deny", "warn", "predict", "accuse"))


def act_of_content(span: Span, act: Act, *, quoted: bool = False) -> Act:
    """The act of the words, `act` where they only tell something; `quoted`: between marks, where "they" are others."""
    root = span.root
    helpers = {child.lower_ for child in root.children if base(child.dep_) == "aux"}
    if any(mark.lower_ in _OPEN for mark in children(root, "mark", "advmod")):
        return act
    subject = next((c for c in children(root, "nsubj", "expl") if c.i < root.i), None)
    own = subject is not None and subject.lower_ in (_SPEAKER if quoted else _OWN)
    if (helpers & _DUTY and "have" not in helpers and _is_duty(root, subject)) or _is_need(root) or _is_order(span):
        return "demand"
    if helpers & _REPROACH and "have" in helpers and subject is not None and subject.lower_ not in _SPEAKER:
        return "criticize"
    if helpers & {"would", "might", "could"} and "have" in helpers:
        return act
    if own and (wished := _wished(root)) is not None:
        return wished
    if helpers & FUTURE or ("would" in helpers and own and is_verb(root)):
        if own and is_verb(root):
            return _of_future(root)
        return "threaten" if _is_doom(root, subject) else "predict"
    if root.lower_ in _LIKELY:
        return "predict"
    done = _performed(root, subject, own=own) or reproach(root, subject, own=own) or _judging(root, subject)
    return done or ("accuse" if _is_wrong(root, subject) else act)


def judged_side(word: Token) -> Side | None:
    """For or against whatever the word is said of."""
    forms, parts = {word.lemma_.lower(), word.lower_}, load_cues().parts
    return "for" if forms & parts["good"] else "against" if forms & parts["bad"] else None


def called(head: Token) -> tuple[Token, Token] | None:
    """What a verb of naming calls something, with the word that it is called ("described [the vote] as [a sham]")."""
    if head.lemma_.lower() not in load_cues().parts["naming"]:
        return None
    named = next(iter(children(head, "obj") or children(head, "nsubj:pass")), None)
    words = (
        *children(head, "xcomp", "obl", "ccomp", "advmod"),
        *(children(named, "nmod", "appos", "acl") if named else ()),
    )
    word = next((c for c in words if named is not None and c.i > named.i and judged_side(c)), None)
    return (named, word) if named is not None and word is not None else None


def _is_duty(root: Token, subject: Token | None) -> bool:
    """ "They must leave", "we must act": asked of somebody; not "I should go", "it must be said", "we should note"."""
    who = subject.lower_ if subject is not None else ""
    if who == "it":
        return is_verb(root) and not children(root, "ccomp", "csubj", "aux:pass", "cop")
    told = is_verb(root) and any(cue.act in ("assert", "report") for cue, _ in entries_at(root))
    idle = told or root.lemma_ in load_cues().parts["phatic"]
    return who != "i" and not (who == "we" and idle)


def _of_future(root: Token) -> Act:
    """ "We will help" promises, "we will shoot" threatens."""
    negated = is_denied(root)
    return "threaten" if root.lemma_ in load_cues().parts["menacing"] and not negated else "promise"


def _is_doom(root: Token, subject: Token | None) -> bool:
    """ "You will pay for this", "you will never leave", "anyone who helps will be punished"."""
    parts = load_cues().parts
    if subject is None or subject.lower_ not in parts["warned"]:
        return False
    if is_denied(root, NO):
        return subject.lower_ == "you" and root.lemma_ in parts["spared"]
    if children(root, "aux:pass"):
        return root.lemma_ in parts["punished"]
    things = children(root, "obj", "obl")
    if root.lemma_ == "pay":
        return any(
            thing.lower_ in ("this", "that", "it", "price") or thing.lemma_ in parts["crimes"] for thing in things
        )
    return root.lemma_ in parts["doomed"] and bool(things)


def _is_need(root: Token) -> bool:
    """ "stressed the need for", "we need more"."""
    if root.lemma_ in ("need", "necessity") and root.pos_ == "NOUN":
        return any(child.i > root.i for child in root.children)
    wanted = root.lemma_ == "need" and bool(children(root, "obj"))
    return wanted and any(child.lower_ in _SPEAKER for child in children(root, "nsubj"))


def _is_order(span: Span) -> bool:
    """ "Leave now", "Do not shoot": an imperative, and not "Let me note"."""
    root = span.root
    if root.tag_ != "VB" or root.i - span.start > FAR or root.lemma_ in load_cues().parts["phatic"]:
        return False
    helpers = [child for child in root.children if base(child.dep_) in ("aux", "mark")]
    bare = all(helper.lower_ in ("do", "don't") for helper in helpers)
    return bare and base(root.dep_) != "xcomp" and not children(root, "nsubj", "csubj", "expl")


def _wished(root: Token) -> Act | None:
    """ "I want to thank the crews": what is done by saying that one wants to."""
    parts = load_cues().parts
    if root.lemma_ not in parts["wanting"] or is_denied(root, NO):
        return None
    verbs = (verb for verb in children(root, "xcomp") if verb.lemma_ in parts["thanking"])
    return next((cue.act for verb in verbs for cue, _ in entries_at(verb)), None)


def _performed(root: Token, subject: Token | None, *, own: bool) -> Act | None:
    """ "We condemn the raid", "I am grateful", "he was grateful": what the speaker does by saying so."""
    is_so = bool(children(root, "cop"))
    if is_so and root.pos_ == "NOUN":  # "it was the third attack": named, not done
        return None
    now = root.tag_ == "VBP" or root.lower_ == root.lemma_ or is_so
    if subject is None or not (subject.lower_ in _SPEAKER or (own and is_so)) or not now or is_denied(root, NO):
        return None
    parts = load_cues().parts
    if root.lemma_ in parts["proposing"]:
        return "demand"
    said = load_cues().adjectives.get(root.lower_) if is_so else None
    act = said.act if said is not None else next((cue.act for cue, _ in entries_at(root)), None)
    return act if act in _PERFORMED else None


def _judging(root: Token, subject: Token | None) -> Act | None:
    """ "The vote is a sham": blame; "the truce is a triumph": praise; "you are welcome": a promise."""
    helpers = children(root, "cop", *(("aux",) if root.pos_ == "NOUN" else ()))
    unsure = is_denied(root, NO) or any(c.tag_ == "MD" for c in root.children)
    if unsure or not any(helper.lower_ in _BE for helper in helpers):
        return None
    lemma, parts = root.lemma_.lower(), load_cues().parts
    if lemma == "welcome" and subject is not None and subject.lower_ == "you":
        return "promise"
    if lemma in parts["bad"] - parts["mild"]:
        return "criticize"
    well_done = lemma in parts["doing"] and any(c.lemma_.lower() in parts["approving"] for c in children(root, "amod"))
    return "praise" if lemma in parts["admired"] or well_done else None


def _is_wrong(root: Token, subject: Token | None) -> bool:
    """ "They lied to us", "the army has committed war crimes": another did wrong."""
    parts = load_cues().parts
    if subject is None or subject.lower_ in _SPEAKER or is_denied(root):
        return False
    if children(root, "cop"):
        if not is_somebody(subject):  # "bad weather is to blame"
            return False
        harm = any(c.lemma_.lower() in parts["crimes"] for c in children(root, "obl", "nmod"))
        return root.lemma_ in parts["guilty"] and (harm or root.lemma_ != "responsible")
    if any(c.tag_ == "MD" or c.dep_ == "aux:pass" for c in root.children):
        return False
    lies = any(prepositional(root, at) for at in ("at", "in", "within", "with", "behind")) or children(root, "xcomp")
    if root.lemma_ == "lie" and lies:
        return False  # "trust lies at the heart of it", "it lies abandoned"
    named = any(c.ent_type_ for c in subject.children)  # "Chadian soldiers", "the army's men"
    bare = subject.tag_ == "NNS" and not (named or children(subject, "det", "nmod:poss", "nummod"))
    if bare or any(c.lower_ in ("a", "an") for c in subject.children):  # "a crowd looted the shop", "men looted it"
        return False
    done = root.lemma_ == "commit" and any(c.lemma_.lower() in parts["crimes"] for c in children(root, "obj"))
    return is_verb(root) and (done or root.lemma_ in parts["wronging"])
