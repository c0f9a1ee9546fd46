"""Words of the future that expect no happening: courtesies, things, chances, risks averted, bare dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.grammar import TOLD
from sayso.codebook.nouns import load_nouns
from sayso.codebook.syntax import base, case_of, children, is_verb, prepositional
from sayso.extract._expecting.degree import times_in
from sayso.extract._expecting.expectation import Expectation, is_act, subjects_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest.digest import Digest

_SPEAKER = frozenset(("i", "we"))
#: what things have: "the risks of old boilers", "the full potential of the fleet"; a danger is of a happening
_OF_THINGS = frozenset(("potential", "prospects", "risks", "threat", "threats"))
_WHOEVER = frozenset(("whoever", "whosoever", "whatever", "anyone", "anybody"))
#: Cues of courtesies: "I want to thank", and not "we agreed to continue".
_POLITE = frozenset(("want", "hope", "plan", "expect", "look forward"))


def is_courtesy(found: Expectation) -> bool:
    """ "want to thank", "I would like to stress", "I will add that", "we will always remember him"."""
    traps, head = load_cues().traps, found.head
    if found.entry.where == "control":
        own = found.holder is None or any(
            c.lower_ in _SPEAKER for c in (found.holder, *children(found.anchor, "nsubj"))
        )
        speaker = found.entry.name in _POLITE and own
        return head.lemma_ in traps["courtesies"] and (speaker or head.lemma_ in traps["manners"])
    if found.entry.where not in ("modal", "adverb", "raise"):
        return False
    if found.entry.where != "raise" and head.lemma_ in traps["manners"]:
        return not any(c.lemma_.lower() in traps["kept"] for c in children(head, "obj"))
    if _is_next_words(found):
        return True
    if not any(c.lower_ in _SPEAKER for c in subjects_of(found.anchor)):
        return False
    if head.lemma_ in traps["liking"] or found.anchor.lemma_ in traps["liking"]:
        return any(c.lemma_ in traps["courtesies"] for c in children(head, "xcomp", "ccomp", "advcl"))
    return found.entry.where != "raise" and head.lemma_ in traps["announced"] and not children(head, "xcomp")


def is_general(head: Token, subject: Token | None) -> bool:
    """ "Any smith will tell you", "whoever digs will find clay", "iron will always rust": what holds of all such."""
    if subject is None:
        return any(t.lower_ in _WHOEVER for c in children(head, "csubj") for t in c.subtree)
    if subject.lower_ in _WHOEVER or any(c.lower_ in ("every", "any") for c in subject.children):
        return True
    ever = any(c.lower_ in ("always", "never") for c in children(head, "advmod"))
    near = children(subject, "det", "nummod") + [c for c in subject.children if c.dep_ == "nmod:poss"]
    own = any(c.lower_ not in ("a", "an") for c in near)
    return ever and not own and subject.pos_ == "NOUN" and not subject.ent_type_


def _is_next_words(found: Expectation) -> bool:
    """ "We will now turn to the budget", "these will be the main points": what whoever leads the talk says of it."""
    traps, head = load_cues().traps, found.head
    subjects = {c.lower_ for c in children(found.anchor, "nsubj")}
    if children(head, "cop"):
        return head.lemma_.lower() in traps["points"] and not subjects.isdisjoint(("this", "these", "that", "those"))
    now = any(t.lower_ == "now" for t in head.sent if t.head.i == head.i)
    return now and not subjects.isdisjoint(_SPEAKER) and head.lemma_ in traps["next_words"]


def is_good_wish(found: Expectation) -> bool:
    """ "I hope you will recover soon", "wishes for a speedy recovery"."""
    if found.entry.name != "hope":
        return False
    spoken = found.holder is None or found.holder.lower_ in _SPEAKER
    well = found.head.lemma_.lower() in load_cues().traps["well_wishes"]
    hearer = any(c.lower_ == "you" for c in children(found.head, "nsubj"))
    return (well and (hearer or found.anchor.lemma_ == "wish")) or (spoken and hearer)


def no_happening(found: Expectation) -> bool:
    """Whether what the cue carries cannot come about, or is so already."""
    if found.entry.where == "noun":
        return _of_a_thing(found) or _averted(found) or _opportunity(found) or _none_of(found)
    if found.entry.where == "modifier":
        return found.head.lemma_.lower() in load_cues().traps["calendar"]
    if found.anchor.lower_ == "promising":
        return True
    if found.entry.where == "raise" and found.cue[-1].lower_ in ("possible", "due"):
        return _possible_or_due(found)
    if found.entry.name == "confident":
        return not any(c.tag_ == "MD" for c in found.head.children)
    if found.entry.name == "likely" and found.cue[-1].lower_ == "certain":
        return found.head.i == found.anchor.i and bool(children(found.anchor, "ccomp", "obl"))
    if found.entry.name == "threaten":
        return _endangers(found)
    if found.entry.name == "risk":
        return not is_verb(found.head) and bool(children(found.head, "nmod:poss"))
    if found.entry.name == "plan":
        return _no_plan(found)
    if found.entry.name == "fear" and base(found.head.dep_) == "obj":
        noun = load_nouns().find(found.head.lemma_.lower())
        return noun is not None and noun.kind == "person"  # "fear the colonel"
    if found.entry.name == "set" and found.cue[-1].lemma_ in load_cues().traps["minded"] | {"prepare", "prepared"}:
        return _mere_mind(found) or found.anchor.doc[found.first].lower_ in ("who", "those")
    return found.entry.where == "modal" and any(c.lower_ == "what" for c in children(found.anchor, "nsubj"))


def _no_plan(found: Expectation) -> bool:
    """ "consider him a friend", "helped prepare the report", "experience in preparing for the games"."""
    verb = found.anchor
    if is_verb(found.head):
        return False
    if verb.lemma_ in load_cues().traps["weighing"]:
        taken_as = any(token.lower_ == "as" and token.dep_ == "case" for token in verb.subtree)
        to_do = any(c.tag_ == "VB" for c in children(found.head, "acl"))
        step = to_do and found.head.lemma_ not in load_cues().traps["aims"]
        now = verb.tag_ == "VBG" and any(c.lower_ in ("is", "are", "was", "were") for c in children(verb, "aux"))
        return taken_as or not (now or step or is_act(found.head))
    aux = children(verb, "aux")
    finite = verb.tag_ in TOLD or bool(aux)
    done = verb.tag_ == "VBN" and any(c.lower_ in ("have", "has", "had") for c in aux)
    return verb.lemma_ == "prepare" and (done or not finite)


def _mere_mind(found: Expectation) -> bool:
    """ "always ready to help", "you should be ready", "ready for battle": how somebody is, and no plan."""
    anchor = found.anchor
    near = {c.lower_ for c in (*children(anchor, "aux", "advmod"), *children(found.head, "aux", "advmod"))}
    hearer = any(c.lower_ == "you" for c in children(anchor, "nsubj"))
    owed = anchor.head.lemma_ in ("have", "need") and base(anchor.dep_) == "xcomp"
    aside = hearer or owed or _is_ensured(found) or not near.isdisjoint(("always", "should", "must", "ever"))
    return aside or found.head.i == anchor.i or not (is_verb(found.head) or children(found.head, "cop"))


def _is_ensured(found: Expectation) -> bool:
    """ "Wardens, to ensure that the huts are ready to open": what another deed is for."""
    heads = (found.anchor, found.head)
    over = {one.head.lemma_ for one in heads if base(one.dep_) == "ccomp"} | {
        up.lemma_ for one in heads if base(one.dep_) == "ccomp" for up in (one.head.head,) if one.head.lower_ == "sure"
    }
    so = any(mark.lower_ in ("so", "that") and base(one.dep_) == "advcl" for one in heads for mark in one.children)
    return so or not over.isdisjoint(load_cues().traps["ensuring"])


def _of_a_thing(found: Expectation) -> bool:
    """ "the potential of the Leopard": a thing is no happening; "the warning that he lies": it is so already."""
    lemma, head = found.cue[-1].lemma_, found.head
    if found.entry.name == "intention" and lemma in load_cues().traps["to_do"] and not is_verb(head):
        return True
    praised = lemma in load_cues().traps["to_do"] and any(c.lower_ == "your" for c in found.anchor.children)
    if praised:
        return True  # "your readiness to stand any trial"
    if found.entry.name == "intention" and _is_asked_about(found.anchor):
        return True
    if (lemma.startswith("prospect") and _is_topic(found.anchor)) or _is_human(head):
        return True
    if found.cue[-1].lower_ in _OF_THINGS and head.pos_ == "NOUN" and not is_act(head) and not children(head, "cop"):
        return True
    named = head.ent_type_ not in ("", "event") and not is_verb(head)
    hoped = lemma == "hope"  # "with the hope that they bear fruit"
    already = not hoped and head.tag_ in TOLD and not any(c.tag_ == "MD" for c in head.children)
    return named or (already and found.entry.name == "intention")


def _is_asked_about(plans: Token) -> bool:
    """ "The question of her plans to run", "asked about her plans to run": nobody says that she has any."""
    over = plans.head
    hung = case_of(plans) in ("of", "on", "about", "over", "whether") and base(plans.dep_) in ("nmod", "obl")
    return hung and over.lemma_.lower() in load_cues().traps["asking"]


def _is_topic(prospects: Token) -> bool:
    """ "discussed the prospects for trade"; "prospects for a truce are slim" tells how likely it is."""
    return prospects.lower_ == "prospects" and base(prospects.dep_) != "nsubj"


def _is_human(noun: Token) -> bool:
    """ "the expectations of the public", "the last hope for many people": whose they are."""
    known = None if is_verb(noun) else load_nouns().find(noun.lower_, noun.lemma_)
    return known is not None and known.kind in ("person", "group")


def _averted(found: Expectation) -> bool:
    """ "to reduce the risk of floods" """
    verb = found.anchor.head
    return (
        found.entry.name == "prospect"
        and is_verb(verb)
        and base(found.anchor.dep_) in ("obj", "nsubj")
        and verb.lemma_ in load_cues().traps["averting"]
    )


def _opportunity(found: Expectation) -> bool:
    """ "a chance to succeed", "its potential to grow" """
    offered = found.cue[-1].lemma_ in ("chance", "potential")
    return offered and any(c.lower_ == "to" for c in found.head.children)


def _possible_or_due(found: Expectation) -> bool:
    """ "this is possible because", "may be due to": how things are, and why."""
    if found.anchor.i != found.head.i:
        return False
    pronoun = any(c.pos_ == "PRON" for c in children(found.anchor, "nsubj"))
    owed = any(t.lower_ == "to" for t in found.anchor.subtree if t.i > found.anchor.i and t.dep_ in ("case", "fixed"))
    return owed if found.cue[-1].lower_ == "due" else pronoun


def _none_of(found: Expectation) -> bool:
    """ "no hope of finding them"; "no plans to sell" is a plan all the same, and "no chance of a truce" a forecast."""
    hopeless = found.entry.name == "prospect" or found.anchor.lemma_ == "hope"
    foretold = found.anchor.lemma_ == "chance" and base(found.anchor.dep_) in ("nsubj", "obj")  # no "with no chance of"
    hopeless = hopeless and not foretold
    return hopeless and any(c.lower_ in ("no", "without") for c in found.anchor.children)


def _endangers(found: Expectation) -> bool:
    """ "threatens the crops": a thing is in danger; "threatens a strike", "the use of force": an act is announced."""
    if base(found.head.dep_) != "obj":
        return False
    act = is_act(found.head) or bool(prepositional(found.head, "of"))
    return not act or found.head.ent_type_ not in ("", "event")


def is_only_a_date(digest: Digest, found: Expectation) -> bool:
    """ "expectations for next year" """
    doc = found.anchor.doc
    start, end = doc[found.first].idx, doc[found.last].idx + len(doc[found.last])
    return any(end <= time.spans[0][1] for time in times_in(digest, (start, start + 1)))
