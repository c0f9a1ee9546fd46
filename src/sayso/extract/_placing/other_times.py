"""Times beside an event that are of something else: of a thing, of what it is compared with, of what it was before; and
those that are its own although they stand beside what is only decided.
"""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.compared import ORDINALS, is_compared_over
from sayso.codebook.control import CHARGES
from sayso.codebook.grammar import HAVE
from sayso.codebook.match import lemma
from sayso.codebook.tree import text_of
from sayso.codebook.words import word_list
from sayso.extract._placing.clauses import SPOKEN
from sayso.extract._placing.told_as import SPEECH, is_present
from sayso.extract._status.performed import is_performed
from sayso.extract._telling.telling import Telling
from sayso.model import HAPPENED, OF_A_DAY, Time

#: Papers, which have the time of their own making.
PAPERS = word_list("other_times_papers")
#: What is brought to a court or a chief, and how it ends.
SUITS = word_list("other_times_suits")
SETTLED = word_list("other_times_settled")
#: Days in memory of something.
ANNIVERSARIES = word_list("other_times_anniversaries")
#: Before what talks are about.
TOPICAL = frozenset({"on", "about", "over", "regarding", "concerning"})
#: How a time stands before a noun that it belongs to.
BEFORE_NOUN = frozenset(("nummod", "compound", "amod", "nmod"))
#: Prepositions of a time at the beginning of a sentence.
LEADS = frozenset({"since", "in", "by", "during", "until", "on"})
#: Code points before a time in which "since" may stand.
LEADS_BACK = 8
#: How what an event is before stands at it: "ahead of the vote", "on the eve of the vote".
BEFOREHAND = frozenset({"ahead of", "ahead", "prior to", "prior"})
RUN_UP = frozenset({"run-up", "runup", "lead-up", "leadup", "eve", "approach", "preparation"})
LEAD = frozenset({"run", "lead"})
#: Types that settle what somebody is to do, and what stands before the deed: "decided against raising it".
SETTLING = frozenset({"AGREE", "DECIDE", "REQUEST", "REJECT", "THREATEN"})
TOWARDS = frozenset({"to", "against", "on"})
#: What is done to somebody for a deed of an earlier day, and how that deed stands behind it.
COURT = word_list("when_where_court")
FOR_DEED = frozenset({"for", "of", "over", "with", "on"})
#: How what a charge is about hangs on it.
OF_CHARGE = ("acl", "ccomp", "nmod")
UPCOMING = frozenset({"forthcoming", "upcoming", "coming"})
#: Words of a time that is counted from what was told before it.
ON_FROM = frozenset({"later", "next", "following", "after"})
#: How what a time is counted from stands in it: "the week following the raid".
COUNTING = frozenset({"following", "after", "before", "preceding", "since", "until"})


def is_of_thing(time: Token, heads: set[int], *, exact: bool = False) -> bool:
    """ "their 1951 treaty", "the recently grown trade": the time of a thing, not of what is told; but the day (`exact`)
    of an occasion is that of what was done then ("came in during the Sunday service").
    """
    if _is_led(time) or (exact and time.head.dep_ == "obl" and syntax.case_of(time.head) in ("at", "during")):
        return False
    noun = time.head.head if time.head.dep_ == "amod" and time.i < time.head.i else time.head
    if noun.i != time.head.i:
        return noun.i not in heads
    return noun.pos_ in ("NOUN", "PROPN") and time.i < noun.i and noun.i not in heads and time.dep_ in BEFORE_NOUN


def is_of_promise(end: int, event: Token, anchor: Token) -> bool:
    """ "Committed [today] to share it": the time behind the verb, before what it says is to be done."""
    word = event
    while word.head.i not in (anchor.i, word.i):
        word = word.head
    ahead = word.head.i == anchor.i and word.dep_ == "xcomp" and word.tag_ == "VB"
    first = next((c for c in word.children if c.lower_ == "to" and c.i < word.i), word)
    return ahead and anchor.tag_ == "VBD" and end <= first.idx and end > anchor.idx


def is_settled(noun: Token) -> bool:
    """ "Settled a [lawsuit]", "dropped the charges": it was brought on an earlier day."""
    above = noun.head
    settled = lemma(above) in SETTLED and syntax.is_verb(above)
    return settled and noun.dep_ in ("obj", "nsubj:pass") and lemma(noun) in SUITS


def is_too_wide(time: Time, telling: Telling, *, own: bool, published: str) -> bool:
    """ "We condemn the raids of this year": what is done by saying it now is of a day, and what has been done of none
    that is over ("it grew in 2020, as we have discussed"), but for its `own` time.
    """
    verb = telling.head
    if telling.status not in ("occurred", "did_not_occur"):
        return False
    occurred = telling.status == "occurred"
    if occurred and telling.type in SPEECH and (is_present(verb) or is_performed(telling)):
        return time.precision not in OF_A_DAY
    start = time.spans[0][0]
    since = text_of(verb.doc)[max(0, start - LEADS_BACK) : start].lower().split()[-1:] == ["since"]
    has = not since and _has_been(verb)
    return has and not own and time.type == "date" and time.precision != "vague" and (time.end or "9")[:10] <= published


def _has_been(verb: Token) -> bool:
    """ "Has left", "have not been paid", "has yet to leave"."""
    helpers = syntax.children(verb, "aux") if verb.tag_ == "VBN" else []
    if verb.dep_ == "xcomp" and lemma(verb.head) == "have" and any(c.lower_ == "yet" for c in verb.head.children):
        helpers = [verb.head]
    return any(c.lower_ in HAVE and c.tag_ != "VBD" for c in helpers)


def is_of_topic(telling: Telling, time: Token, noun: Telling) -> bool:
    """ "Discussed the outcomes of the June summit", "condemned the raid of May": the time of what is spoken of."""
    return telling.type in SPOKEN and not syntax.is_verb(noun.head) and noun.head.is_ancestor(time)


def is_talked_of(telling: Telling, talks: Telling) -> bool:
    """ "Discussed the war on Friday", "talks on the war": what there was before it was talked of."""
    topic = telling.head
    if talks.type != "CONSULT" or telling.type == "CONSULT" or syntax.is_verb(topic):
        return False
    while topic.dep_ == "conj" and not syntax.is_verb(topic.head):
        topic = topic.head
    under = topic.head.i in {talks.head.i, *(t.i for t in talks.tokens)}
    about = topic.dep_ == "obj" or syntax.case_of(topic) in TOPICAL
    return under and about


def is_hour_of(root: Token, time: Time) -> bool:
    """ "A [night] curfew", "a [morning] raid": the part of some day, before its noun."""
    return time.type == "time" and " " not in time.text and root.dep_ in BEFORE_NOUN and root.i < root.head.i


def _is_led(time: Token) -> bool:
    """ "Since January students have marched": no subject has a preposition, so the time behind it is no part of one."""
    first = time.left_edge
    lead = first.nbor(-1) if first.i > first.sent.start else first
    subject = time.head
    return lead.lower_ in LEADS and subject.dep_.startswith("nsubj") and lead.head.i in (subject.i, subject.head.i)


def clause_before(time: Token) -> Token | None:
    """ "Released the pupils whom they had seized [on May 7]": the clause in the pluperfect that the time stands right
    behind, whatever the parse hangs it on.
    """
    first = time.left_edge
    if first.i == first.sent.start:
        return None
    for verb in (one for one in first.nbor(-1).ancestors if one.dep_ == "acl:relcl" and one.i > time.head.i):
        had = any(c.lower_ in ("had", "'d", "’d") for c in syntax.children(verb, "aux"))
        if had and verb.right_edge.i == first.i - 1 and verb.head.i != time.i:
            return verb
    return None


def is_of_paper(time: Token, event: Token) -> bool:
    """ "Asked for it under a treaty of 2017", "its duties under the 1951 convention": when the paper was made."""
    paper = time.head
    named = lemma(paper) in PAPERS and paper.pos_ in ("NOUN", "PROPN") and paper.i != event.i
    before = time.i < paper.i and time.dep_ in BEFORE_NOUN
    return named and (before or (time.dep_ == "nmod" and syntax.case_of(time) == "of"))


def is_of_anniversary(time: Token, event: Token) -> bool:
    """ "The talks were held on the anniversary of the truce of 2011": the time of what is remembered, not of what is
    done in its memory.
    """
    above = [time, *takewhile(lambda one: one.i != event.i, time.ancestors)]
    return any(lemma(one) in ANNIVERSARIES for one in above) and not any(
        one.i == event.i or one.is_ancestor(event) for one in above if lemma(one) in ANNIVERSARIES
    )


def is_yardstick(time: Token, event: Token) -> bool:
    """ "The heaviest since May", "the first visit since the truce of 2011": what the event is compared with, or what it
    is held in memory of.
    """
    if is_of_anniversary(time, event) or is_compared_over(time):
        return True
    for token in (time, *time.ancestors):
        if token.i == event.i or token.is_ancestor(event):
            return False  # "since a [strike] killed nine in May"
        above = [token.head, token.head.head] if syntax.base(token.head.dep_) == "acl" else [token.head]
        compared = any(w.tag_ == "JJS" or w.lower_ in ORDINALS for one in above for w in (one, *one.children))
        if compared and token.left_edge.lower_ == "since":
            return True
    return False


def is_to_come(time: Token, event: Token) -> bool:
    """ "Met ahead of the June summit", "arrested in the run-up to the vote in May": the time of what was still to come
    when the event was.
    """
    for token in (time, *time.ancestors):
        if token.i == event.i:
            return False
        case = syntax.case_of(token)
        if case in BEFOREHAND or (token.i != time.i and (case == "before" or _is_behind_run_up(token))):
            return True
        if any(c.lower_ in UPCOMING for one in (token, token.head) for c in syntax.children(one, "amod")):
            return event.tag_ in ("VBD", "VBN")
    return False


def is_behind_but(time: Token, telling: Telling) -> bool:
    """ "Asked for a ransom, but the talks broke off [on Thursday]": what came of words some other day."""
    event = telling.head
    if telling.type not in SETTLING:
        return False
    for token in (time, *time.ancestors):
        if token.i == event.i or token.is_ancestor(event):
            return False
        but = token.dep_ == "conj" and any(c.lower_ == "but" for c in syntax.children(token, "cc"))
        if but and syntax.children(token, "nsubj", "nsubj:pass"):
            return True
    return False


def lasts_until(root: Token, time: Time, telling: Telling, published: str | None) -> bool:
    """ "Imposed a curfew until Friday": what is so by now is to last till then."""
    until = syntax.case_of(root) in ("until", "till", "through") and telling.status in HAPPENED
    return until and bool(time.start) and (time.start or "")[:10] > (published or "9")[:10]


def is_of_what_followed(root: Token, time: Time, event: Token) -> bool:
    """ "Set fire to a school and came back [two days later]": of the second deed, as many days after the first."""
    if not ON_FROM & set(time.text.lower().split()):
        return False
    for token in (root, *root.ancestors):
        if token.i == event.i or token.is_ancestor(event):
            return False
        if token.dep_ == "conj" and syntax.is_verb(token):
            return True
    return False


def _is_behind_run_up(noun: Token) -> bool:
    """ "The vote" of "in the run-up to the vote", whatever the parse hangs it on."""
    case = next((c for c in noun.children if c.dep_ == "case" and c.i < noun.i), None)
    if case is None or case.i == case.sent.start:
        return False
    before = case.nbor(-1)
    return lemma(before) in RUN_UP or (before.lower_ == "up" and any(lemma(c) in LEAD for c in before.children))


def is_in_plan(time: Token, telling: Telling) -> bool:
    """ "Agreed to sell it in 2010", "signed an order to open it in 2012": beside what was only decided then, on the
    event or on what it decides. A deed told as past decided before what was over with it.
    """
    if telling.type not in SETTLING or telling.head.tag_ not in ("VBD", "VBN"):
        return False
    deed = time.head
    clause = deed.tag_ in ("VB", "VBG") and deed.dep_ in ("xcomp", "advcl", "acl") and deed.i > telling.head.i
    ours = deed.head.i == telling.head.i or (deed.head.head.i == telling.head.i and deed.head.dep_ == "obj")
    marks = [c.lower_ for c in deed.children if c.dep_ in ("mark", "case")]
    return clause and ours and any(mark in TOWARDS for mark in marks)


def is_charged(deed: Token) -> bool:
    """ "Jailed for the murder of", "on charges [of killing]", "arrested a man who robbed a bank": the deed is older."""
    for word in (deed, *deed.ancestors):
        if word.dep_ == "acl:relcl" and word.head.dep_ in ("obj", "nsubj:pass") and lemma(word.head.head) in COURT:
            return word.tag_ in ("VBD", "VBN")
        if lemma(word.head) in CHARGES and syntax.base(word.dep_) in OF_CHARGE:
            return True
        behind = any(c.lower_ in FOR_DEED for c in word.children if c.dep_ in ("case", "mark"))
        through = word.head.dep_ in ("obj", "nsubj:pass") or lemma(word.head) == "connection"
        whose = word.head.head if word.dep_ in ("nmod", "acl") and through else word.head
        if behind and lemma(whose) in COURT:
            return True
    return False


def is_counted_from(root: Token, event: Token) -> bool:
    """ "The week following the raid": a time that only counts from the event is not the event's."""
    if not root.is_ancestor(event):
        return False
    path = [event, *takewhile(lambda t: t.i != root.i, event.ancestors)]
    return any(c.lower_ in COUNTING for one in path for c in syntax.children(one, "case", "mark"))
