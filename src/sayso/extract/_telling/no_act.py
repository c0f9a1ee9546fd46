"""Words of the codebook that tell no act where they stand: set phrases, opinions, words inside of titles and headings,
qualities, and what a deed leaves behind.
"""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.cues import load_cues
from sayso.codebook.grammar import FINITE, PLURAL
from sayso.codebook.match import Trigger, lemma
from sayso.codebook.nouns import load_nouns
from sayso.codebook.tree import text_of
from sayso.codebook.words import word_list
from sayso.extract._telling.telling import FORCE

#: Two words, the second of which tells no act.
SET_PHRASES = word_list("triggers_set_phrases")
#: Objects with which "take" tells no taking.
IDIOMS = word_list("triggers_idioms")
#: What stands behind what is agreed on; auxiliaries and marks of what is agreed to be done.
AGREED_ON = frozenset({"on", "upon", "to"})
TO_BE = frozenset({"would", "will", "shall", "to", "must", "’ll", "'ll"})
#: Somebody whom nobody has found yet.
NOBODY = frozenset({"somebody", "someone", "anybody", "anyone"})
#: Works that have a plot; how an actor has a part; how deep it may stand.
WORKS = word_list("no_act_works")
PLAYING = frozenset({"play", "portray", "impersonate"})
DEEP = 8
#: Types that papers and bodies have in their names; from which share of capitals on a line is a headline.
NAMED = frozenset({"AGREE", "COOPERATE", "SANCTION"})
MOSTLY = 0.7
#: Verbs beside those of naming that say "as" what they hold something to be.
JUDGING = frozenset({"denounce", "condemn", "decry", "dismiss", "hail", "praise", "criticize", "criticise", "slam"}) | {
    *("classify", "define", "treat", "count", "record", "interpret", "know"),
}
#: Papers that provide for something; types and modes of what they may; words for keeping to them, or not.
PAPERS = word_list("no_act_papers")
PROVIDING = frozenset({("DECIDE", mode) for mode in ("permit", "forbid", "order", "impose", None)}) | {
    *(("COERCE", mode) for mode in ("ban", "restrict", "censor", None)),
    ("SANCTION", None),
    ("RETREAT", "access"),
}
CITING = word_list("no_act_citing")
#: Verbs that say what a word means, or what belongs to whatever it names.
DEFINING = frozenset({"mean", "denote", "signify", "constitute", "involve", "comprise", "entail", "require", "refer"})
#: Participles that only say whose side somebody is on; who is in charge of deeds of a kind.
SIDING = frozenset({"back", "support", "fund", "finance", "arm", "equip", "train", "align"})
IN_CHARGE = frozenset({"head", "chief", "director", "general", "minister", "secretary", "adviser", "commissioner"})
#: Longest line that may be a heading.
HEADING = 90
SHORT_HEADING = 70
#: Participles that open a sentence as prepositions do.
WITH_SUBJECT = frozenset({"following", "including", "according", "during"})


def tells_no_act(trigger: Trigger) -> bool:
    """Whether the words of a trigger tell no act of its type here."""
    word = trigger.head
    return (
        _is_idiom(word)
        or _is_cause(word)
        or _is_quality(word)
        or _is_opinion(word)
        or _is_in_title(trigger)
        or _heads_a_part(word)
        or _is_label(word)
        or _is_defined(word)
        or _is_provision(trigger)
        or _is_cited(trigger)
        or _is_standing(word)
        or (trigger.frame.type in FORCE and _is_of_a_plot(word))
    )


def opens_condition(verb: Token) -> bool:
    """ "Provided that they leave"."""
    return verb.lower_ in ("provided", "providing") and verb.doc[verb.i + 1 : verb.i + 2].text == "that"


def _is_of_a_plot(verb: Token) -> bool:
    """ "A comedy in which a butcher kills nine guests", "in the novel a nurse is abducted", "plays a maid who was
    jailed": what happens in a work is told in the present, and whatever is told of a part that somebody plays.
    """
    above = [verb, *islice(verb.ancestors, DEEP)]
    clause = next((i for i, t in enumerate(above) if t.dep_ == "acl:relcl"), None)
    part = above[clause].head if clause is not None else verb
    if part.dep_ == "obj" and lemma(part.head) in PLAYING:
        return True
    if not _is_present(verb):
        return False
    within = any(lemma(t) in WORKS for one in above for t in syntax.prepositional(one, "in") if syntax.is_verb(one))
    played = any(lemma(t) in PLAYING and syntax.children(t, "obj") for t in above[1:] if verb.dep_ == "conj")
    return within or played or any(lemma(t) in WORKS for t in above[1:])


def _is_present(verb: Token) -> bool:
    """ "Kills", "is killed": not "killed", nor a noun."""
    return any(t.tag_ in ("VBZ", "VBP") for t in (verb, *syntax.children(verb, "aux:pass"))) and syntax.is_verb(verb)


def _is_idiom(verb: Token) -> bool:
    """ "Took part in", "took place": no taking; "took part of the town" is one. "Brings together": no bringing, "as
    opposed to" no opposing, "bombed it in retaliation" one blow.
    """
    if verb.i > 0 and f"{verb.nbor(-1).lower_}_{verb.lower_}" in SET_PHRASES:
        return verb.doc[verb.i + 1 : verb.i + 2].text != "for"  # "in reprisal for the raid" tells what it answers
    if opens_condition(verb):
        return True
    if lemma(verb) == "bring" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "together":
        return True
    if lemma(verb) == "leave":
        return _leaves_behind(verb)
    if lemma(verb) != "take" or not syntax.is_verb(verb):
        return False
    return any(lemma(o) in IDIOMS and not syntax.prepositional(o, "of") for o in syntax.logical_objects(verb))


def _is_cause(word: Token) -> bool:
    """ "Bad weather was to blame", "looking for somebody to blame": what caused it, and nobody who is accused."""
    if lemma(word) != "blame" or word.i == 0 or word.nbor(-1).lower_ != "to":
        return False
    if word.i > 1 and word.nbor(-2).lower_ in NOBODY:
        return True
    subjects = syntax.children(word, "nsubj")
    return bool(subjects) and not any(_can_be_accused(one) for one in subjects)


def _can_be_accused(who: Token) -> bool:
    """A name, a pronoun for somebody known, people or a body."""
    noun = load_nouns().find(who.text, lemma(who))
    somebody = noun is not None and noun.kind in ("person", "group", "organization")
    return (
        bool(who.ent_type_)
        or who.tag_ in ("NNP", "NNPS")
        or who.tag_ == "PRP"
        or (somebody and who.lower_ not in NOBODY)
    )


def _leaves_behind(verb: Token) -> bool:
    """ "Drove them out, leaving the port in ruins": what comes of a deed, and nobody who leaves."""
    after = verb.i > 0 and verb.nbor(-1).text == ","
    thing = any(o.pos_ in ("NOUN", "ADJ") for o in syntax.children(verb, "obj"))
    in_state = bool(syntax.children(verb, "xcomp", "ccomp", "advcl")) or bool(syntax.prepositional(verb, "in"))
    destroyed = any(t.dep_ == "acl" and t.tag_ == "VBN" for o in syntax.children(verb, "obj") for t in o.subtree)
    return verb.tag_ == "VBG" and after and thing and (in_state or destroyed)


def _is_opinion(verb: Token) -> bool:
    """ "Agreed with the ruling", "others agree", "the envoy agreed that it is late": of one mind, and no agreement.
    What several or a body agree that should be, and what is agreed on or agreed to, is one.
    """
    if lemma(verb) != "agree" or not syntax.is_verb(verb) or syntax.is_passive(verb):
        return False
    subjects = syntax.surface_subject(verb)
    if verb.tag_ == "VBP" and [s.lower_ for s in subjects] == ["i"] and not syntax.children(subjects[0], "conj"):
        return not syntax.children(verb, "xcomp")  # "I agree (on that)"; "I agree to go"
    if any(verb.doc[i].lower_ in AGREED_ON for i in range(verb.i + 1, min(verb.i + 3, len(verb.doc)))):
        return False
    clauses = syntax.children(verb, "ccomp", "xcomp")
    if clauses:
        several = any(_are_several(s) for s in syntax.surface_subject(verb))
        told = any(syntax.children(c, "mark") for c in clauses)
        if told and any(syntax.children(c, "expl") and not _ought(c) for c in clauses):
            return True  # "agreed that there will be work to do"
        return told and not several and not any(c.lower_ in TO_BE for one in clauses for c in one.children)
    if any(syntax.prepositional(verb, word) for word in AGREED_ON):
        return False
    of_mind = verb.tag_ in ("VB", "VBP", "VBZ") and not syntax.children(verb, "obj")
    return of_mind or bool(syntax.prepositional(verb, "with"))


def _ought(clause: Token) -> bool:
    """ "Agreed that there should be a pause"."""
    return any(c.lower_ in ("should", "must", "would", "shall") for c in syntax.children(clause, "aux"))


def _are_several(who: Token) -> bool:
    """ "Ministers", "the envoy and the mayor", "a committee"."""
    noun = load_nouns().find(who.text, lemma(who))
    body = noun is not None and noun.kind == "organization"
    return who.tag_ in PLURAL or bool(syntax.children(who, "conj")) or body


def _is_in_title(trigger: Trigger) -> bool:
    """ "The aims of the Agreement Establishing …", "the Commission on … under Sanctions": a word inside of a name."""
    word = trigger.head
    if trigger.frame.type not in NAMED or len(trigger.tokens) > 1 or not word.text.istitle():
        return False
    line = [t for t in word.sent if t.is_alpha and len(t) > 3]
    headline = sum(t.text[0].isupper() for t in line) > MOSTLY * len(line)
    return word.i != word.sent.start and not headline


def _is_quality(verb: Token) -> bool:
    """ "Difficult and demanding missions": a participle joined to an adjective, with no object of its own; "more ready
    to deploy": how much.
    """
    if verb.pos_ == "ADJ" and any(c.lower_ in ("more", "less") for c in syntax.children(verb, "advmod")):
        return True
    joined = verb.dep_ == "conj" and verb.head.pos_ == "ADJ" and verb.head.dep_ == "amod"
    return joined and verb.tag_ in ("VBG", "VBN") and not syntax.children(verb, "obj", "obl")


def _is_label(noun: Token) -> bool:
    """ "Called the raid a massacre", "denounced the law as an act of aggression": what something is called is no deed
    beside it, and least of all one of whoever calls it so.
    """
    word = noun.head if noun.dep_ == "nmod" and lemma(noun.head) == "act" else noun
    verb = word.head.head if word.dep_ == "nmod" and word.head.dep_ == "obj" else word.head
    if syntax.is_verb(noun) or not any(o.i < word.i for o in syntax.children(verb, "obj", "xcomp", "nsubj:pass")):
        return False
    naming = lemma(verb) in load_cues().parts["naming"]
    if any(c.lower_ == "as" for c in syntax.children(word, "case")):
        return naming or lemma(verb) in JUDGING
    return naming and word.dep_ == "xcomp" and not syntax.children(word, "case", "cop")


def _is_defined(noun: Token) -> bool:
    """ "A strike means one or more blows", "a coup is any seizure of power", "such a law is an attack on the press":
    what a word is for, or what something is held to be; "it is an attack" tells one.
    """
    if noun.pos_ != "NOUN" or not any(c.lower_ in ("a", "an", "any", "one") for c in noun.children):
        return False
    if noun.dep_ == "nsubj":
        said = noun.head
        if said.tag_ in ("VBZ", "VBP") and lemma(said) in DEFINING:
            return True
        is_what = said.pos_ == "NOUN" and syntax.children(said, "det") and not syntax.children(said, "case")
        return bool(is_what) and any(v.tag_ in ("VBZ", "VBP") for v in syntax.children(said, "cop"))
    subjects = syntax.children(noun, "nsubj")
    present = any(v.tag_ in ("VBZ", "VBP") for v in syntax.children(noun, "cop"))
    return present and bool(subjects) and not any(s.pos_ in ("PRON", "PROPN") for s in subjects)


def _is_provision(trigger: Trigger) -> bool:
    """ "The law bars them", "party rules give the chair authority to call it": what a paper provides for at all times,
    and nobody decides on that day.
    """
    verb, kind = trigger.head, (trigger.frame.type, trigger.frame.mode)
    if kind not in PROVIDING or verb.tag_ not in ("VBZ", "VBP"):
        return False
    return any(lemma(s) in PAPERS and s.pos_ == "NOUN" for s in syntax.surface_subject(verb))


def _is_cited(trigger: Trigger) -> bool:
    """ "In line with the resolution", "the implementation of the decree", "under its rulings": a paper cited."""
    noun = trigger.head
    if trigger.frame.type != "DECIDE" or lemma(noun) not in PAPERS or syntax.is_verb(noun) or len(trigger.tokens) > 1:
        return False
    case = syntax.case_of(noun)
    if is_voted_on(noun):
        return True
    beside = lemma(noun.head) in CITING and noun.dep_ in ("nmod", "obl", "obj", "nsubj:pass")
    return case.split(" ")[0] in ("under", "pursuant", "per") or beside or lemma(noun.head) == "accordance"


def is_voted_on(noun: Token) -> bool:
    """ "Voted for a resolution" is one decision."""
    return lemma(noun.head) == "vote" and noun.dep_ == "obl" and syntax.case_of(noun) in ("for", "on", "against")


def _is_standing(word: Token) -> bool:
    """ "Iran-backed rebels": whose side they are on; "the director of military operations": what the office is for;
    "attack and transport helicopters": what they are for.
    """
    if word.dep_ == "amod" and word.tag_ == "VBN":
        return lemma(word) in SIDING and word.i > 0 and word.nbor(-1).text == "-"
    if word.tag_ == "NN" and not list(word.lefts) and _leads_to_vehicle(word):
        return True
    bare = word.dep_ == "nmod" and not any(c.dep_ in ("det", "nmod:poss", "nummod") for c in word.children)
    return bare and syntax.case_of(word) in ("of", "for") and lemma(word.head) in IN_CHARGE


def _leads_to_vehicle(word: Token) -> bool:
    """ "Attack" of "used attack, bomber and fighter aircraft": one of the kinds that are told in a list."""
    return any(_is_craft(t) for t in syntax.conjuncts(word)[1:])


def _is_craft(token: Token) -> bool:
    noun = load_nouns().find(token.text, lemma(token))
    return noun is not None and noun.kind == "vehicle"


def _heads_a_part(token: Token) -> bool:
    """ "Strengthening our shared security" on a line of its own: what a part of a paper is about."""
    first = next((t for t in token.sent if not t.is_space), token)
    if first.tag_ != "VBG" or first.i == 0 or first.lower_ in WITH_SUBJECT or syntax.children(first, "aux", "nsubj"):
        return False
    finite = any(t.tag_ in FINITE for t in token.sent)
    short = len(token.sent.text) < SHORT_HEADING and not any(t.like_num for t in token.sent)
    return short and not finite and in_heading(text_of(token.doc), token.idx)


def in_heading(text: str, start: int) -> bool:
    """True on a line of its own, short and without a full stop: a heading tells no uncoded event."""
    before, after = text.rfind("\n", 0, start), text.find("\n", start)
    if before < 0 and after < 0:
        return False
    line = text[before + 1 : after if after >= 0 else len(text)].strip()
    return len(line) < HEADING and line[-1:] not in ".!?”\"':;,"
