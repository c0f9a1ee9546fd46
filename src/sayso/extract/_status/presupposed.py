"""Events that are there whatever is said of them: "may appeal the ruling", "the war could spread", "tried for it"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.grammar import FIRST_PERSON, HAVE, TOLD
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._saying.charges import ANSWERED
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.verb_group import auxiliaries

NAMES = ("attempted", "threatened", "planned", "permitted", "possible", "did_not_occur", "ongoing")
#: Nouns for what comes after an event: it is over, whatever becomes of them.
AFTERMATH = word_list("status_aftermath")
#: What is said to come of a deed that is there, and the types of deeds that are no plan then.
AFFECTING = word_list("status_affecting")
HARD = frozenset({"ASSAULT", "SANCTION", "COERCE"})
#: What is done to a decision or deed that is there already, also as verb and preposition.
GIVEN = word_list("status_given")
#: What was done to a decision or deed that is there, as participles behind it.
MADE = word_list("status_made")
#: Which talks those who speak are at, and what is done there to those that they are at.
AT_HAND = frozenset({"this", "current", "today"})
OPENED = frozenset({"open", "begin", "start", "conclude", "beginning", "opening", "conclusion", "close", "end"})
SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
#: What becomes of a truce or a deal that there is.
FALTERING = frozenset(
    {"collapse", "hold", "survive", "unravel", "crumble", "fail", "falter", "expire", "end", "endure"}
)
REPLIED = frozenset({"respond", "reply", "react"})
EFFECTS = frozenset({"effect", "impact", "burden"})
#: What is looked into was done: "promised an inquiry into the raid".
INQUIRIES = frozenset({"inquiry", "enquiry", "investigation", "probe"})
#: "Will review it at their meeting": where it is done, which is as it is.
OCCASION = frozenset({"at", "during", "in"})
GIVEN_WITH = frozenset({("agree", "with"), ("disagree", "with")})
#: What violence, a protest or a siege does that goes on, and what is done to it; types of what goes on so.
LASTING = word_list("status_lasting")
ENDED = word_list("status_ended")
GOING_ON = frozenset({"ASSAULT", "PROTEST", "CONTROL", "COERCE", None})
#: Verbs by which violence comes about or not, so that they say of it whether it did.
COMING = (
    syntax.LIGHT
    | word_list("same_coming")
    | frozenset(word for name in NAMES for word in word_list(f"status_{name}"))
    | word_list("status_coming")
)
#: What says of an inquiry or a strike that it is not over.
OPEN_STILL, STAYING = frozenset({"open", "active", "unfinished", "unresolved"}), frozenset({"be", "remain", "stay"})
#: Where a sentence of the present has them, they are there for now; what somebody is under as long as it goes on.
WARS = frozenset({"war", "aggression", "siege"})
STRUGGLES = frozenset({"war", "battle", "fight", "struggle", "campaign", "conflict", "fighting"})
REMEMBERED = frozenset(
    {"anniversary", "memory", "memorial", "commemoration", "veteran", "aftermath", "wake", "end", "eve"}
)
SUFFERED = frozenset({"investigation", "siege", "attack", "fire", "inquiry", "bombardment"})
#: Auxiliaries of what is over.
HELPERS = HAVE | {"was", "were"}
#: How something was done, and verbs of who knows that or not.
HOW = frozenset({"how", "when", "where", "why"})
KNOWING = word_list("status_knowing")
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
#: What somebody does to a place for a while.
DURATIVE = word_list("status_durative")
LENGTHS = word_list("status_lengths")


def is_over(noun: Token) -> bool:
    """ "Plans to mark the anniversary of the raid", "denied any role in the raid": there was one, in any case; "the
    effects of our sanctions" are of those that there are.
    """
    if lemma(noun.head) in EFFECTS and not syntax.is_verb(noun) and is_definite(noun):
        return True
    if lemma(noun.head) in INQUIRIES and syntax.case_of(noun) == "into" and has_article(noun):
        return True
    return not syntax.is_verb(noun) and not syntax.is_verb(noun.head) and lemma(noun.head) in AFTERMATH


def is_at_hand(telling: Telling) -> bool:
    """ "I hope that this meeting will help", "to open our talks": the talks at which somebody says so, and none that
    are to be held.
    """
    noun = telling.head
    if telling.type != "CONSULT" or syntax.is_verb(noun) or telling.mode == "visit":
        return False
    if not any(t.lower_ in FIRST_PERSON for t in noun.sent):
        return False
    verb = next((t for t in noun.ancestors if syntax.is_verb(t)), None)
    if verb is not None and verb.tag_ == "VBD":
        return False  # "the report that we discussed at this meeting"
    before = {c.lower_ for c in noun.children if c.i < noun.i and syntax.base(c.dep_) in ("det", "amod", "nmod")}
    if "our" in before and lemma(noun.head) in OPENED:
        return True
    return bool(before & AT_HAND) and syntax.light_verb(noun) is None


def is_charge(noun: Token, telling: Telling) -> bool:
    """ "Will be tried for the raid", "vowed to retaliate over the raid", "help them to stand against the arming of
    gangs": what somebody answers for or withstands was done.
    """
    case = syntax.case_of(noun)
    charged = noun.dep_ == "obl" and case in ("for", "over") and telling.type == "ASSAULT"
    return charged or (case == "against" and is_definite(noun))


def is_given(telling: Telling) -> bool:
    """ "May appeal the court's ruling", "wants it to reverse the ban": whatever becomes of that, there is one; so with
    violence that is the object of any verb by which it does not come about ("refused to discuss the raid").
    """
    noun = telling.head
    while noun.dep_ == "conj" and not syntax.is_verb(noun.head):
        noun = noun.head  # "condemn the hatred and violence"
    verb, label = noun.head, syntax.base(noun.dep_)
    if syntax.is_verb(noun):
        return _is_asked_how(noun)
    if label not in ("obj", "obl", "nsubj"):
        return False
    to = label == "obl" and syntax.case_of(noun) == "to" and lemma(verb) in REPLIED
    if (to or (label == "obj" and lemma(verb) in ANSWERED)) and is_said(telling):
        return True
    if not is_definite(noun):
        return False
    if label == "obj" and lemma(verb) in ANSWERED and telling.type == "SANCTION":
        return True  # "rejected the sanctions": they are imposed all the same
    ends_another = lemma(verb) in ("end", "hold") and bool(syntax.children(verb, "obj"))
    hangs_on_it = syntax.base(verb.dep_) == "advcl"  # "as long as the truce holds"
    falters = label == "nsubj" and lemma(verb) in FALTERING and not (ends_another or hangs_on_it)
    if falters and (telling.mode == "ceasefire" or telling.type == "AGREE"):
        return True  # "the truce will hold", and not "the deal would end the strike"
    if _is_made(noun) or (label == "nsubj" and (_may_have(verb) or affects(telling) or _is_refusal(telling, verb))):
        return True
    if label == "nsubj" and not syntax.is_passive(verb):
        return False
    case = syntax.case_of(noun) if label == "obl" else ""
    if case == "without" and {c.lower_ for c in syntax.children(verb, "aux")} >= {"would", "have"}:
        return True  # "without these rulings we would have lost"
    if (lemma(verb) in GIVEN and case not in OCCASION) or (lemma(verb), case) in GIVEN_WITH:
        return True
    spoken_of = telling.type == "ASSAULT" and label == "obj" and syntax.is_verb(verb) and has_article(noun)
    named = lemma(verb) == "call" and not syntax.children(verb, "compound:prt")  # "called the attack a crime"
    return spoken_of and (named or lemma(verb) not in COMING)


def _is_asked_how(verb: Token) -> bool:
    """ "Had not seen how the ships collided", "would not say why he was shot": whoever saw it, they did, and he was."""
    asked = any(c.lower_ in HOW and c.i < verb.i for c in syntax.children(verb, "advmod"))
    helpers = auxiliaries(verb)
    over = all(c.tag_ in ("VBD", "VBN") for c in helpers) and (bool(helpers) or verb.tag_ == "VBD")
    return asked and over and syntax.base(verb.dep_) in ("ccomp", "advcl") and lemma(verb.head) in KNOWING


def is_said(telling: Telling) -> bool:
    """Whether it is a charge or a call, which was made whatever is said to it."""
    legal = telling.mode == "investigate" and lemma(telling.head) != "charge"  # "refused an inquiry"
    return telling.type in SAID and not legal


def _may_have(verb: Token) -> bool:
    """ "His decision may have cost him": whatever it did, it was taken."""
    words = {c.lower_ for c in syntax.children(verb, "aux")}
    perfect = bool(words & HAVE) and bool(words & {"may", "might", "could", "must"})
    return perfect and not syntax.is_passive(verb) and lemma(verb) not in COMING


def affects(telling: Telling) -> bool:
    """ "The raid will deter investors", "the siege is likely to complicate the talks": its effect is to come."""
    noun = telling.head
    if telling.type not in HARD or not has_article(noun):
        return False
    verbs = [v for v in (noun.head, *syntax.children(noun.head, "xcomp")) if lemma(v) in AFFECTING]
    return any(not {c.lower_ for c in auxiliaries(v)} & {"would"} for v in verbs)


def _is_refusal(telling: Telling, verb: Token) -> bool:
    """ "Her refusal to sign could cost her the seat": whatever it brings, she refuses."""
    owned = bool(syntax.children(telling.head, "nmod:poss")) and not syntax.is_passive(verb)
    return telling.type == "REJECT" and owned and syntax.is_verb(verb) and lemma(verb) not in COMING


def _is_made(noun: Token) -> bool:
    """ "Implement the agreements reached in May", "the talks, which resumed in May": what became of it is told."""
    clauses = [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    made = any(lemma(c) in MADE and not syntax.children(c, "aux", "mark") for c in clauses)
    told = [c for c in noun.children if c.dep_ == "acl:relcl" and c.tag_ == "VBD"]
    return made or any(c.lower_ in syntax.RELATIVE for clause in told for c in syntax.children(clause, "nsubj"))


def lasts(telling: Telling) -> bool:
    """ "The war could spread", "wants to end the strike", "the unrest is expected to last": it goes on for now."""
    noun = telling.head
    if telling.type in ("SANCTION", "COERCE") and _stays(noun):
        return True
    if telling.type not in GOING_ON or syntax.is_verb(noun) or not is_definite(noun):
        return False
    if _is_stood_in(noun):
        return True
    verb, label = noun.head, syntax.base(noun.dep_)
    inner = syntax.children(verb, "xcomp") if label in ("nsubj", "obj") else []
    inner += [c for c in syntax.children(noun, "acl") if c.tag_ == "VB"]  # "wants the violence to stop"
    if any(lemma(one) in LASTING for one in inner):
        return True
    subject = label == "nsubj" and not syntax.is_passive(verb)
    changed = LASTING if subject else ENDED if label in ("obj", "nsubj") else frozenset()
    past = verb.tag_ in ("VBD", "VBN") and not syntax.children(verb, "aux")
    return lemma(verb) in changed and not past and not _has(verb)


def _is_stood_in(noun: Token) -> bool:
    """ "Will help them in their fight against the rebels": the fight that they are in, whatever becomes of the help."""
    if syntax.case_of(noun) != "in" or lemma(noun) not in STRUGGLES or not syntax.children(noun, "nmod:poss"):
        return False
    verb = next((t for t in noun.ancestors if syntax.is_verb(t)), None)
    return verb is not None and verb.tag_ not in ("VBD", "VBN")


def is_state(telling: Telling) -> bool:
    """ "Rebels hold the port", "the two are at war": states, as long as they are told in the present."""
    head, case = telling.head, syntax.case_of(telling.head)
    if (case, lemma(head)) == ("at", "war") or (case == "under" and lemma(head) in SUFFERED):
        found = [c.lower_ for c in head.children if c.dep_ == "cop"]
        found = [c.lower_ for c in auxiliaries(head.head)] if found == ["be"] else found
        return any(word in ("is", "are", "'s", "’s") for word in found)
    if lemma(head) in WARS | STRUGGLES and not syntax.is_verb(head) and _is_this(head):
        return True
    if lemma(head) in WARS:
        apart = syntax.is_verb(head) or lemma(head.head) in REMEMBERED
        return not apart and is_definite(head) and _is_of_now(head)
    return (telling.type, telling.mode) == ("CONTROL", "hold") and head.tag_ in ("VBZ", "VBP")


def is_held_since(telling: Telling) -> bool:
    """ "Have besieged the city since May", "have had control of it for years": what lasts, until now."""
    verb = syntax.light_verb(telling.head) or telling.head
    lasts_ = (telling.type, telling.mode) == ("CONTROL", "hold") or lemma(telling.head) in DURATIVE
    until_now = any(c.lower_ in ("has", "have", "'ve", "’ve") for c in syntax.children(verb, "aux"))
    return lasts_ and until_now and any(syntax.case_of(c) in ("since", "for") and _is_time(c) for c in verb.children)


def _is_time(word: Token) -> bool:
    return lemma(word) in LENGTHS or word.tag_ in ("NNP", "CD")


def _is_this(noun: Token) -> bool:
    """ "After two years of this war": the one that goes on; "this war ended in May" is over."""
    this = any(c.lower_ == "this" for c in syntax.children(noun, "det"))
    over = noun.dep_ in ("nsubj", "nsubj:pass", "obj") and lemma(noun.head) in ENDED and noun.head.tag_ != "VB"
    return this and not over and lemma(noun.head) not in REMEMBERED


def is_told_of_now(telling: Telling) -> bool:
    """ "This war", "counters their war": such a state under a verb that tells of now, and not of what will be."""
    noun = telling.head
    return is_state(telling) and (_is_this(noun) or _is_of_now(noun, ("VBZ", "VBP")))


def _is_of_now(noun: Token, tags: tuple[str, ...] = ("VBZ", "VBP", "MD")) -> bool:
    """Whether the nearest finite verb over it is in the present."""
    verb = next((t for t in noun.ancestors if t.tag_ in TOLD or auxiliaries(t)), None)
    dated = any(c.tag_ == "CD" for c in noun.children)  # "condemns the 2003 war"
    if verb is None or dated or noun.tag_ in ("NNP", "NNPS"):
        return False
    first = next(iter(auxiliaries(verb)), verb)
    return first.tag_ in tags


def _stays(noun: Token) -> bool:
    """ "The sanctions will remain in force until they leave": what is there stays."""
    while noun.dep_ == "conj" and not syntax.is_verb(noun.head):
        noun = noun.head
    stay = noun.dep_ == "nsubj" and lemma(noun.head) in ("remain", "stay", "continue")
    return stay and any(lemma(t) in ("force", "effect", "place") for t in syntax.prepositional(noun.head, "in"))


def is_definite(noun: Token) -> bool:
    """ "The", "this" or "their" before it, or a name: "[Country]'s aggression", "[Country]n aggression"."""
    before = [c for c in noun.children if c.dep_ in ("amod", "compound")]
    return has_article(noun) or any(c.tag_ in ("NNP", "NNPS") or c.ent_type_ for c in before)


def has_article(noun: Token) -> bool:
    return any((c.dep_ == "det" and c.lower_ in DEFINITE) or c.dep_ == "nmod:poss" for c in noun.children)


def _has(verb: Token) -> bool:
    """ "Has ended": over."""
    return any(c.lower_ in HELPERS for c in syntax.children(verb, "aux"))


def stays_open(state: Token, token: Token) -> bool:
    """ "The inquiry is still open", "the case remains active": told in the present, and of no door."""
    verbs = syntax.children(state, "cop") or [state]
    return lemma(token) in OPEN_STILL and all(v.tag_ in ("VBZ", "VBP") and lemma(v) in STAYING for v in verbs)


def is_awaited(noun: Token) -> bool:
    """ "Awaits trial", "are awaiting the council's approval", "her trial is pending": yet to come."""
    above = noun.head
    pending = any(c.lower_ == "pending" for c in (above, *syntax.children(noun, "amod")))
    awaited = noun.dep_ in ("obj", "nsubj:pass") and lemma(above) == "await"
    return not syntax.is_verb(noun) and (awaited or (pending and noun.dep_ != "conj"))
