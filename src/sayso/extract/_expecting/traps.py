"""What looks like an outlook and is none: the past, the unreal, questions, irony, permission, duty, routine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.grammar import HAVE
from sayso.codebook.syntax import base, case_of, children, is_verb
from sayso.codebook.tree import is_denied, is_nobody
from sayso.extract._expecting.behind import is_dated_before
from sayso.extract._expecting.degree import times_in
from sayso.extract._expecting.expect_nouns import is_told_by
from sayso.extract._expecting.expectation import Expectation, is_behind_noun, is_by_then, is_live_fear
from sayso.extract._expecting.no_happening import is_courtesy, is_general, is_good_wish, is_only_a_date, no_happening
from sayso.extract._expecting.runs import is_condition
from sayso.extract._expecting.turned import is_unthinkable, may_fail

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest.digest import Digest

#: What stands between a deed and the rule that it follows.
_UNDER = frozenset(("under", "by", "per", "with", "according to", "in"))
#: Clauses over what is expected that are looked at.
LEVELS = 3
_MODALS = frozenset(("would", "could", "may", "might", "will", "should", "'d", "'ll", "must"))
#: Cues that look ahead only with a day to come.
DATED = frozenset({"opens", "calls", "supposed"})


def is_trap(digest: Digest, found: Expectation, *, reported: bool) -> bool:
    """Whether the cue tells of nothing to come; `reported` when somebody's statement holds it."""
    checks = (_asked, _ironic, _supposed, _unreal, _duty, _told, _open, _anybody, _denied, is_courtesy, no_happening)
    if is_unthinkable(found):
        return True
    if any(check(found) for check in checks) or is_only_a_date(digest, found):
        return True
    if found.entry.where in ("control", "raise") and found.anchor.dep_ == "advcl" and is_condition(found.anchor):
        return True  # "if both agree to attend"
    if _nobody(found) or _is_over(digest, found, reported=reported):
        return True
    if (found.entry.name in DATED or is_behind_noun(found)) and not _is_dated_ahead(digest, found):
        return True
    modal = found.entry.where == "modal" and _modal_trap(found, reported=reported)
    return modal or is_dated_before(digest, found)


def is_void(digest: Digest, found: Expectation, *, reported: bool) -> bool:
    """Whether nobody expects it, or did once, or it is only wished to somebody: then no other cue for the same words
    under it stands either.
    """
    if found.entry.where not in ("control", "raise"):
        return False
    return is_good_wish(found) or _nobody(found) or _is_over(digest, found, reported=reported)


def _is_over(digest: Digest, found: Expectation, *, reported: bool) -> bool:
    """An expectation of the past, whose day does not lie ahead ("they planned to leave on Thursday")."""
    if not _past(found, reported=reported):
        return False
    had = any(c.lower_ in ("had", "been", "once", "used") for c in found.anchor.children)
    return had or found.entry.where not in ("control", "raise") or not _is_dated_ahead(digest, found)


def _is_dated_ahead(digest: Digest, found: Expectation) -> bool:
    """Whether a day in what is expected comes after the report's."""
    published, doc = digest.report.published, found.anchor.doc
    last = doc[found.last]
    times = times_in(digest, (doc[found.first].idx, last.idx + len(last)))
    return published is not None and any(time.start and time.start[:10] > published[:10] for time in times)


def _asked(found: Expectation) -> bool:
    """A question, also one that is answered at once ("Will it hold? Surely.")."""
    sentence = found.anchor.sent
    ends = [token for token in sentence[-3:] if not token.is_space]
    return any(token.text == "?" for token in (*ends, *found.anchor.doc[found.first : found.last + 2]))


def _nobody(found: Expectation) -> bool:
    """ "Nobody expects it to last", "she is not sure", "he ruled out a raid": nobody's expectation is none."""
    holder = found.holder
    negated = is_denied(found.anchor)
    if found.entry.name in ("rule out", "confident") and negated == (found.entry.name == "confident"):
        return True
    return holder is not None and (is_nobody(holder) or "few" in {t.lower_ for t in (holder, *holder.children)})


def _anybody(found: Expectation) -> bool:
    """ "those who seek to silence us", "every man who has decided to serve": a kind of people, and nobody's plan."""
    clause, holder = found.anchor, found.holder
    if clause.dep_ != "acl:relcl" or holder is None or holder.i != clause.head.i:
        return False
    any_of = any(c.lower_ in ("every", "any", "each", "all") for c in children(holder, "det"))
    if found.entry.name not in ("want", "hope") and not any_of:
        return False
    return not any(t.ent_type_ for t in holder.subtree if t.i < clause.left_edge.i)


def _denied(found: Expectation) -> bool:
    """ "denied that it is about to fall", "does not mean that it will", "no reason to believe that they plan": what is
    said not to be so.
    """
    if found.entry.where == "noun":
        return _is_denied_plan(found)
    if found.entry.where == "modifier":
        return False
    clause = found.anchor if found.entry.where != "raise" or is_verb(found.anchor.head) else found.head
    for _ in range(LEVELS):
        above = clause.head
        # "dismissed fears that it will fall"
        taken = base(clause.dep_) in ("ccomp", "acl", "csubj", "xcomp") or (
            clause.dep_ == "obj" and not is_verb(clause)
        )
        if not taken or clause.dep_ == "acl:relcl":
            return False
        if above.i < clause.i and _takes_back(above):
            return True
        clause = above
    return False


def _is_denied_plan(found: Expectation) -> bool:
    """ "Denied plans to leave", "denied having any plan to leave", "rejected a plan to leave": his own, or nobody's."""
    verb = found.anchor.head
    if base(found.anchor.dep_) != "obj" or not is_verb(verb):
        return False
    verb = verb.head if verb.lemma_ == "have" and verb.tag_ == "VBG" else verb
    return _takes_back(verb) and (found.holder is None or found.holder.head.i == verb.i)


def _takes_back(above: Token) -> bool:
    """Whether the word over a clause says that it is not so."""
    traps = load_cues().traps
    if not is_verb(above):
        none = any(c.lower_ in ("no", "little", "few", "without", "any") for c in above.children)
        return none and above.lemma_ in traps["signs"]
    negated = is_denied(above)
    return not negated if above.lemma_ in traps["denying"] else negated and above.lemma_ in traps["meaning"]


def _ironic(found: Expectation) -> bool:
    irony, sentence = load_cues().traps["irony"], found.anchor.sent
    near = found.anchor.doc[sentence.start : sentence.end + 8]
    return any(token.lemma_.lower() in irony and is_verb(token) for token in near)


def _supposed(found: Expectation) -> bool:
    """ "Suppose …", "if one wished …", "were he to …"."""
    sentence = found.anchor.sent
    first = next((token for token in sentence if token.is_alpha), None)
    if first is None:
        return False
    supposing = first.lemma_.lower() in load_cues().traps["supposing"] and first.tag_ == "VB"
    inverted = first.lower_ in ("had", "were") and any(c.i > first.i for c in children(first.head, "nsubj"))
    return supposing or inverted


def _unreal(found: Expectation) -> bool:
    """ "would have come", "may have been hit": past or contrary to fact."""
    aux = [c.lower_ for c in children(found.anchor, "aux")]
    modal = found.entry.where in ("modal", "adverb") or not _MODALS.isdisjoint(aux)
    return modal and any(word in HAVE for word in aux)


def _past(found: Expectation, *, reported: bool) -> bool:
    """An expectation of the past: "had planned", "was expected", "hoped", "had thought that it would"; "she said she
    hoped" is one of the day on which she said so.
    """
    anchor, entry = found.anchor, found.entry
    shifted = reported and base(anchor.dep_) == "ccomp" and anchor.head.tag_ == "VBD"
    if entry.where == "modal" and anchor.head.lemma_ in load_cues().traps["states"]:
        had = any(c.lower_ == "had" for c in children(anchor.head, "aux"))
        told = base(anchor.head.dep_) == "ccomp"
        own = any(c.lower_ in ("i", "we") for c in children(anchor.head, "nsubj"))
        once = anchor.head.tag_ == "VBD" and (own or not told)
        return had or (once and any(c.lower_ in ("could", "might") for c in found.cue))
    aux = [c for c in anchor.children if base(c.dep_) in ("aux", "cop")]
    if entry.name == "going" and any(c.lower_ in ("was", "were") for c in aux):
        told = base(anchor.dep_) == "ccomp" and anchor.head.lemma_ not in load_cues().traps["states"] | {"decide"}
        return not told
    if entry.where == "raise":
        was = any(c.lower_ in ("was", "were", "been", "had", "once") for c in (*aux, *children(anchor.head, "advmod")))
        had = any(c.lower_ in ("been", "had", "once") for c in aux)
        return was and not (shifted and not had) and not any(c.lower_ in _MODALS for c in aux)
    if entry.where == "noun" and any(c.lower_ in ("was", "were") for c in aux):
        return True
    if entry.where != "control":
        return entry.where in ("modifier", "noun") and _over(found)
    if anchor.lower_ == "considering" and base(anchor.dep_) in ("advcl", "acl", "case"):
        return True
    if any(c.lower_ in ("had", "once", "used") for c in (*aux, *children(anchor, "advmod"))):
        return True
    if any(token.lower_ == "used" and token.i < anchor.i for token in anchor.sent[:8]):
        return True
    if anchor.lemma_ in ("fear", "dread") and anchor.tag_ == "VBD" and is_live_fear(found.head):
        return False  # "villagers feared a landslide" tells of their fear that day
    simple = anchor.tag_ == "VBD" and anchor.lower_ not in (anchor.lemma_, anchor.lemma_ + "s")
    simple = simple or any(c.lower_ in ("was", "were", "did") for c in aux)
    return simple and not shifted and anchor.lemma_ in load_cues().traps["states"]


def _over(found: Expectation) -> bool:
    """ "The planned visit took place": what was expected is over; so is a plan whose verb tells of its end."""
    if found.entry.name == "impending" and found.cue[0].lemma_.lower() in (
        "impending",
        "looming",
        "forthcoming",
        "upcoming",
    ):
        return False
    verb = found.anchor.head
    was = any(c.lower_ in ("was", "were") for c in children(verb, "aux"))
    if not is_verb(verb) or not (verb.tag_ == "VBD" or was):
        return False
    label, taken_back = base(found.anchor.dep_), case_of(found.anchor) == "on"  # "went back on her pledge to pay"
    of = "over" if label == "nsubj" else "doing" if label == "obj" or (label == "obl" and taken_back) else ""
    return bool(of) and verb.lemma_ in load_cues().traps[of]


def _told(found: Expectation) -> bool:
    """ "warned us to stay", "fears that he fled": advice, and what is already so."""
    if found.entry.where not in ("control", "raise") or found.anchor.i == found.head.i:
        return False
    aux = children(found.head, "aux")
    if found.anchor.lemma_ in load_cues().traps["reckoning"] and _is_present(found.head):
        return True
    if found.entry.name == "warn" and found.head.tag_ == "VB" and not any(c.tag_ == "MD" for c in aux):
        return True
    was = any(c.tag_ == "VBD" for c in children(found.head, "cop"))
    perfect = found.head.tag_ == "VBN" and any(c.lower_ in ("has", "have", "had", "was", "were") for c in aux)
    modal = any(c.tag_ == "MD" for c in aux)
    past = is_verb(found.head) and (perfect or (found.head.tag_ == "VBD" and not aux))
    return not modal and (was or past)


def _is_present(clause: Token) -> bool:
    """ "are in the valley", "holds": a clause of what is so now."""
    verbs = [clause, *children(clause, "cop", "aux")]
    return any(t.tag_ in ("VBZ", "VBP") for t in verbs) and not any(t.tag_ == "MD" for t in verbs)


def _open(found: Expectation) -> bool:
    """ "how far they are willing to go", "whether it will hold", "what it could be": a question put indirectly."""
    doc = found.anchor.doc
    if any(token.lower_ == "what" for token in doc[max(found.first - 1, 0) : found.cue[0].i]):
        return True
    if found.entry.name == "want" and found.head.lemma_ in load_cues().traps["finding"]:
        return bool(children(found.head, "ccomp"))
    if doc[found.first].lower_ == "which" and doc[found.first].dep_ == "det":
        return True
    return any(
        c.lower_ in ("how", "whether", "why", "if") and base(c.dep_) in ("advmod", "mark")
        for one in (found.anchor, *(c for c in found.anchor.children if base(c.dep_) != "advcl"))
        for c in one.children
        if found.entry.where != "control" and c.i < found.anchor.i
    )


def _duty(found: Expectation) -> bool:
    """ "are expected to obey": a duty."""
    return (
        found.entry.where == "raise"
        and found.cue[-1].lemma_ in ("expect", "intend", "prepare")
        and found.head.lemma_ in load_cues().traps["duties"]
    )


def _modal_trap(found: Expectation, *, reported: bool) -> bool:
    if found.anchor.dep_ == "advcl" and is_condition(found.anchor):
        return True
    if found.entry.name == "could":
        return _could_trap(found)
    if found.entry.name == "will":
        return _will_trap(found)
    if found.entry.name != "would":
        return False
    return not (reported or _by_plan(found.anchor) or is_told_by(found.anchor)) or _would_trap(found)


def _by_plan(head: Token) -> bool:
    """ "Under the plan, troops would leave": a plan says so."""
    plans = load_cues().traps["plans"]
    return any(case_of(c) == "under" and c.lemma_.lower() in plans for c in children(head, "obl"))


def _could_trap(found: Expectation) -> bool:
    """Permission, ability, reasons and wishes: "may not use", "could hear", "may be due to", "May he rest"."""
    head, cue, traps = found.anchor, found.cue[0], load_cues().traps
    subject = next(iter(children(head, "nsubj")), None)
    linked = head.lemma_ in traps["linked"] and any(c.lower_ == "be" for c in head.children)
    if linked or _is_opinion(head):
        return True
    if subject is not None and (subject.i > cue.i or subject.lower_ in ("one", "you")):
        return True
    owed = head.lower_ == "due" and any(t.lower_ == "to" for t in head.subtree)
    if owed or case_of(head) in ("due to", "because of", "thanks to") or head.lemma_ in traps["perceived"]:
        return True
    if cue.lower_ == "may" and subject is not None and _is_permitted(head, subject):
        return True
    negated = is_denied(head) and not may_fail(head, subject)
    ruled = negated or _by_rule(head, subject) or any(t.lower_ == "must" for t in head.sent)
    return (ruled and cue.lower_ != "might") or _as_before(head)


def _by_rule(head: Token, subject: Token | None) -> bool:
    """ "Under the charter, members will consult", "the law says that": written rules; "may sign a treaty" is none."""
    named = (t for t in head.sent if t.lemma_.lower() in load_cues().traps["rules"] and t != subject)
    return any(is_verb(t) or base(t.dep_) == "nsubj" or case_of(t) in _UNDER for t in named)


def _is_permitted(head: Token, subject: Token) -> bool:
    """ "Visitors may enter only with a pass", "members may leave upon payment": what is allowed."""
    traps = load_cues().traps
    only = any(t.lower_ == "only" and t.i + 1 < len(t.doc) and t.nbor().tag_ == "IN" for t in head.subtree)
    if only or any(t.lemma_.lower() in traps["permits"] for t in head.subtree):
        return True
    return subject.lemma_.lower() in traps["entitled"] and head.lemma_ in traps["procedures"]


def _will_trap(found: Expectation) -> bool:
    """Routine and rules: "as any smith will tell you", "under the charter, members will consult"."""
    head = found.anchor
    subject = next(iter(children(head, "nsubj")), None)
    spoken = subject is not None and subject.lower_ in ("i", "we")
    if _is_routine(head) or (found.cue[0].lower_ == "shall" and not spoken) or is_general(head, subject):
        return True
    return not spoken and _by_rule(head, subject)


def _is_routine(head: Token) -> bool:
    """ "As any smith will tell you", "you will find that"; "the sides will agree on a date" is none."""
    traps = load_cues().traps
    who = {t.lower_ for one in children(head, "nsubj", "obj", "iobj") for t in (one, *children(one, "det", "amod"))}
    general = "you" in who or not traps["anybody"].isdisjoint(who)
    return head.lemma_ in traps["routine"] and general


def _would_trap(found: Expectation) -> bool:
    """Habits ("would sometimes call"), opinions ("it would be wise to wait") and advice ("should rest")."""
    head, habit = found.anchor, load_cues().traps["habit"]
    if head.dep_ == "acl:relcl" and any(c.tag_ in ("VBP", "VBZ", "VB") for c in (head.head.head,)):
        return True  # "to avert a feud that would benefit nobody"
    if _is_opinion(head) or _is_view(head) or _is_recalled(head):
        return True
    if any(c.lower_ in habit for c in children(head, "advmod")) or any(token.lower_ == "used" for token in head.sent):
        return True
    hearer = any(c.lower_ == "you" for c in children(head, "nsubj"))
    return found.cue[0].lower_ == "should" and (hearer or not is_by_then(found.head))


def _is_opinion(head: Token) -> bool:
    """ "it would be wise to wait", "it may be too early to tell"."""
    it = children(head, "cop") and any(c.lower_ == "it" for c in children(head, "nsubj", "expl"))
    return bool(it and children(head, "csubj", "advcl", "xcomp")) and head.lemma_ not in load_cues().traps["minded"]


def _is_view(head: Token) -> bool:
    """ "Most lawyers would agree that", "few would deny": an opinion laid to anybody."""
    traps = load_cues().traps
    who = [t.lower_ for one in children(head, "nsubj") for t in (one, *children(one, "det", "amod", "nummod"))]
    done = children(head, "obl", "xcomp")  # "most would agree to a truce by Friday"
    return head.lemma_ in traps["views"] and not done and not traps["anybody"].isdisjoint(who)


def _is_recalled(head: Token) -> bool:
    """ "They would cross the lake at night, he recalled"."""
    label = base(head.dep_)
    over = [head.head] if label == "ccomp" else children(head, "parataxis")
    return any(verb.lemma_ in load_cues().traps["recalling"] for verb in over)


def _as_before(head: Token) -> bool:
    """ "could" beside another verb in the past tense tells of an ability in the past."""
    beside = [c for c in children(head, "advcl", "conj") if not is_condition(c)]
    past = any(c.tag_ == "VBD" for c in beside) or head.head.tag_ == "VBD"
    relative = base(head.dep_) == "acl"
    ability = any(c.lower_ == "could" for c in children(head, "aux"))
    return ability and (
        relative
        or (past and base(head.dep_) in ("advcl", "conj"))
        or any(c.tag_ == "VBD" for c in beside if base(c.dep_) == "advcl")
    )
