"""Who stands where in the sentence: logical subjects, objects, prepositional dependents, in Universal Dependencies.

Everything here looks through passives, relative clauses, control, conjunction, participles and light verbs, and returns
tokens of one `Doc`. Labels are UD's (`nsubj:pass`, `obl:agent`, `acl:relcl` …); where a parser gives only the bare
label ("nsubj", "acl"), form and position decide.
"""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import control
from sayso.codebook.control import asked_by, asked_of_somebody, called_on, charged_with, judged, made_by, of_whom
from sayso.codebook.grammar import FINITE, TOLD
from sayso.codebook.tree import (
    base,
    case_of,
    children,
    conjuncts,
    is_name_for,
    is_occasion,
    is_said,
    is_under_which,
    is_verb,
    modifiers,
    noun_phrase,
    of_word,
    possessors,
    subtree_in_order,
    whole_round,
)
from sayso.codebook.voice import (
    RELATIVE,
    SUBJECTS,
    TAKEN,
    agents,
    hyphenated_agent,
    is_passive,
    prepositional,
    relative_head,
    strayed_pronouns,
    strayed_subject,
    through_relative,
)
from sayso.codebook.words import word_list

__all__ = [
    "LIGHT",
    "RELATIVE",
    "SUBJECTS",
    "agents",
    "base",
    "case_of",
    "children",
    "clause_complements",
    "conjuncts",
    "hyphenated_agent",
    "is_kind",
    "is_passive",
    "is_verb",
    "light_subject",
    "light_undergoer",
    "light_verb",
    "logical_objects",
    "logical_subjects",
    "modifiers",
    "noun_owner",
    "noun_phrase",
    "of_whom",
    "of_word",
    "possessors",
    "prepositional",
    "relative_head",
    "subtree_in_order",
    "surface_or_logical",
    "surface_subject",
    "through_relative",
]

#: Deverbal carriers: the noun they govern tells the event, their subject does it.
LIGHT = word_list("syntax_light") | word_list("syntax_undergo")
#: Carriers of a noun under a preposition ("engaged in talks", "came under attack").
LIGHT_WITH_PREPOSITION = word_list("syntax_light_with_preposition")
#: Light verbs whose subject undergoes the event.
UNDERGO = word_list("syntax_undergo")
_CARRIED_OUT = LIGHT - UNDERGO
#: Verbs of whoever is given what somebody else's noun says.
HAVING = frozenset({"have", "enjoy", "get", "win"})
#: What whoever has it did not do, but had done to him.
BEFALLING = frozenset({"acquittal", "arrest", "conviction", "indictment", "reprimand", "sentence"})
#: What is fought by whoever wins or loses it.
FOUGHT = frozenset({"battle", "war"})
#: Nouns that are the subject's own: what they are of ("no sign of leaving") is done by it.
OWNED = word_list("syntax_owned")
GIVING = frozenset({"extend", "issue", "send", "offer", "give"})
#: Verbs whose infinitive is done by their own subject even when they have an object.
SUBJECT_CONTROL = word_list("syntax_subject_control")


def surface_subject(verb: Token) -> list[Token]:
    """The grammatical subject, through relative clauses; of two, the one before the verb."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS] or strayed_subject(verb)
    own = [child for child in own if not case_of(child)] or own  # "Chad, along with its allies, …"
    before = [child for child in own if child.i < verb.i]
    return [through_relative(child, verb) for child in (before or own)[-1:]] or strayed_pronouns(verb)


def logical_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Who does it, through passives, control, conjunction, relative and participial clauses."""
    if depth > 6:
        return []
    if is_passive(verb):
        return agents(verb)
    own = [s for s in surface_subject(verb) if s.i != verb.i] or _raised(verb)
    if own:
        return own
    if (above := control.said_and(verb)) is not None:
        return logical_subjects(above, depth + 1)
    return control.sent_to_do(verb, verb.head) or _inherited_subject(verb, depth)


def _raised(verb: Token) -> list[Token]:
    """ "All members" of "urge all members to resign", which the parse may take for the infinitive's object; "us" of "it
    gives us pleasure to welcome them"; "whom" of "men whom the army says had fled".
    """
    if verb.dep_ == "csubj" and children(verb.head, "expl"):
        return children(verb.head, "iobj")
    if verb.dep_ == "ccomp" and verb.head.dep_ == "acl:relcl" and not children(verb, *SUBJECTS):
        who = (c for c in children(verb, "obj") if c.tag_ in ("WP", "WDT") and c.i < verb.head.i)
        return [through_relative(c, verb.head) for c in who]
    if verb.tag_ != "VB" or verb.dep_ != "xcomp" or not is_verb(verb.head):
        return []
    return [c for c in verb.children if c.dep_ == "obj" and verb.head.i < c.i < verb.i and c.pos_ != "DET"]


def _inherited_subject(verb: Token, depth: int) -> list[Token]:
    head, label = verb.head, base(verb.dep_)
    found: list[Token] = []
    if head.i == verb.i or control.is_command(verb) or is_occasion(verb):
        return found
    if label == "acl":
        found = _of_noun_clause(verb, head, depth)
    elif label == "xcomp":
        found = _controller(head, depth, verb.i) if is_verb(head) else _of_predicate(head, depth)
    elif label == "conj" and is_verb(head):
        shared = is_passive(head) and not is_passive(verb)
        found = logical_objects(head, depth + 1) if shared else logical_subjects(head, depth + 1)
    elif label == "conj":
        found = surface_subject(head)
    elif label == "advcl" and verb in asked_of_somebody(head):
        found = _controller(head, depth, verb.i)
    elif label == "advcl" and of_whom(verb, head):
        found = [through_relative(child, head) for child in children(head, "obj")]
        found = found or judged(head, verb.i) or logical_objects(head, depth + 1)
    elif label == "advcl" and (said := control.said_before(verb)) is not None:
        found = surface_or_logical(said, depth + 1)
    elif label == "ccomp" and verb.i < head.i and (before := _right_before(verb)) is not None:
        found = [before]
    elif label == "advcl" and not is_verb(head):
        found = _of_adjective(verb, head, depth)
    elif label in ("advcl", "ccomp") and is_verb(head) and not _has_own_subject_marker(verb):
        found = surface_or_logical(head, depth + 1)
    return found


def _of_predicate(word: Token, depth: int) -> list[Token]:
    """Of whom it is said: "the envoy" of "the envoy left and is likely to return", "was held and is due to leave"."""
    shared = word.dep_ == "conj" and is_verb(word.head) and bool(children(word, "cop"))
    return surface_subject(word) or (surface_or_logical(word.head, depth + 1) if shared else [])


def _right_before(verb: Token) -> Token | None:
    """ "[Name]" of "[Name] has agreed to go, officials said", which the parse hung elsewhere: no verb goes without a
    subject before who says so."""
    auxiliaries = [c.i for c in verb.children if c.dep_ in ("aux", "aux:pass") and c.i < verb.i]
    finite = verb.tag_ in TOLD or (auxiliaries and verb.doc[auxiliaries[0]].tag_ != "TO")
    at = min([verb.i, *auxiliaries]) - 1
    if not finite or at < verb.sent.start:
        return None
    before = verb.doc[at]
    while before.dep_ == "conj" and before.head.i < before.i and not is_verb(before.head):
        before = before.head
    return before if before.pos_ in ("NOUN", "PROPN", "PRON") else None


def _of_adjective(verb: Token, adjective: Token, depth: int) -> list[Token]:
    """ "Two men" of "two men were found guilty of robbing a bank", "the envoy" of "is due in Lima to discuss it"."""
    if verb.tag_ == "VB" and any(c.lower_ == "to" for c in children(verb, "mark")) and children(adjective, "cop"):
        return surface_subject(adjective)
    if verb.tag_ != "VBG" or "of" not in {c.lower_ for c in verb.children if c.dep_ in ("mark", "case")}:
        return []
    over = logical_objects(adjective.head, depth + 1) if adjective.dep_ == "xcomp" else []
    return surface_subject(adjective) or over


def _of_noun_clause(verb: Token, noun: Token, depth: int) -> list[Token]:
    """ "the rebels' bid to …" is the owner's, "rebels holding …" the noun's own, "a chance for fighting" nobody's."""
    if any(c.dep_ in ("mark", "case") and c.lower_ in ("for", "of", "in", "against") for c in verb.children):
        return charged_with(noun) or noun_owner(noun) or _holder(noun, depth)
    if verb.tag_ == "VB":
        if (asked := asked_by(noun, verb.i)) is not None:
            return asked
        # whose invitation it is does not go
        owner = [] if noun.lemma_ == "invitation" else noun_owner(noun) or control.named_before(noun)
        return owner or light_subject(noun, depth + 1) or _holder(noun, depth) or made_by(noun)
    return [noun] if verb.tag_ != "VBN" or children(verb, "obj") else []


def _holder(noun: Token, depth: int) -> list[Token]:
    """ "The army" of "the army shows no sign of leaving", "thanked her for the chance to leave": whose sign it is."""
    owned = noun.lemma_.lower() in OWNED and noun.head.lemma_ not in GIVING  # "sent an invitation to visit"
    held = owned and noun.dep_ in ("obj", "obl") and noun.head.pos_ in ("VERB", "ADJ")
    return surface_or_logical(noun.head, depth + 1) if held else []


def _has_own_subject_marker(verb: Token) -> bool:
    return verb.tag_ in FINITE and base(verb.dep_) == "ccomp"


def _controller(head: Token, depth: int, end: int) -> list[Token]:
    """Who does the infinitive at `end` under `head`: its object ("ordered them to leave"), else its subject."""
    if head.lemma_ not in SUBJECT_CONTROL:
        theirs = [c for c in children(head, "obj", "iobj") if c.i < end]
        theirs = theirs or [s for s in surface_subject(head) if is_passive(head)]
        if theirs:
            return [through_relative(child, head) for child in theirs]
        if is_passive(head):
            return logical_objects(head, depth + 1)
        called = called_on(head, end)
        if called:
            return called
    return logical_subjects(head, depth + 1) or surface_subject(head)


def surface_or_logical(verb: Token, depth: int = 0) -> list[Token]:
    """The subject that an adverbial participle shares: the grammatical one, whatever the voice."""
    if is_passive(verb):
        return logical_objects(verb, depth)
    return logical_subjects(verb, depth)


def logical_objects(verb: Token, depth: int = 0) -> list[Token]:
    """To whom or to what it is done, through passives, relative clauses and shared objects."""
    if depth > 6:
        return []
    if is_passive(verb):
        return _passive_object(verb, depth)
    own = [through_relative(child, verb) for child in _last_and_joined(_objects(verb))]
    return own or _shared_object(verb) or _second_subject(verb) or _bare_oblique(verb)


def _objects(verb: Token) -> list[Token]:
    """Objects by the parse. No verb has two: of two with a joined verb between ("freed the men and held two"), the
    second is that verb's.
    """
    others = _raised(verb) + _of_clauses(verb)
    found = [child for child in verb.children if child.dep_ == "obj" and not case_of(child) and child not in others]
    found = found or [child for child in verb.children if child.dep_ == "iobj" and child.i > verb.i]
    if not found and verb.dep_ == "conj" and is_verb(verb.head):
        lent = [child for child in verb.head.children if child.dep_ == "obj" and not case_of(child)]
        return [child for child in lent[1:] if child.i > verb.i]
    joined = [child.i for child in verb.children if child.dep_ == "conj" and is_verb(child)]
    return found[:1] + [child for child in found[1:] if not any(found[0].i < at < child.i for at in joined)]


def _of_clauses(verb: Token) -> list[Token]:
    return [subject for clause in children(verb, "advcl") for subject in strayed_subject(clause)]


def _last_and_joined(objects: list[Token]) -> list[Token]:
    """The last of the objects; both of "seized two men and a boat", "took two men hostage" by the parse."""
    second = objects[1:][-1:]
    both = any(one.lemma_ in TAKEN or any(c.dep_ == "cc" and c.lower_ == "and" for c in one.children) for one in second)
    return objects if both else objects[-1:]


def _bare_oblique(verb: Token) -> list[Token]:
    """An oblique without a preposition right after the verb is its object, mislabelled ("took over the mine")."""
    found = [
        c for c in verb.children if c.dep_ in ("obl", "nmod") and not case_of(c) and 0 < c.left_edge.i - verb.i <= 2
    ]
    found = [c for c in found[:1] if c.pos_ in ("NOUN", "PROPN") and c.ent_type_ != "date"]
    return [c for c in found if c not in _of_clauses(verb)]


def _second_subject(verb: Token) -> list[Token]:
    """A subject after a verb that has one before it is its object, mislabelled."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    return [child for child in own if child.i > verb.i] if any(child.i < verb.i for child in own) else []


def _passive_object(verb: Token, depth: int) -> list[Token]:
    own = surface_subject(verb)
    if own:
        return own
    if base(verb.dep_) == "acl" or hyphenated_agent(verb) is not None:
        return [verb.head]
    if verb.dep_ in ("conj", "advcl") and is_verb(verb.head):
        return surface_or_logical(verb.head, depth + 1)
    if verb.dep_ == "conj" and children(verb.head, "cop"):
        return surface_subject(verb.head)  # "the patrol was near Gao but was told to wait"
    if verb.dep_ == "xcomp":
        return _controller(verb.head, depth + 1, verb.i)
    return children(verb, "obj")


def _shared_object(verb: Token) -> list[Token]:
    """The object of "shot and killed two men", which the treebanks hang on one of the verbs; or a bare relative's
    head."""
    if verb.dep_ == "conj" and is_verb(verb.head) and verb.i - verb.head.i <= 3 and not is_passive(verb.head):
        return children(verb.head, "obj")
    after = [
        c for c in verb.children if c.dep_ == "conj" and is_verb(c) and c.i - verb.i <= 3 and not surface_subject(c)
    ]
    if after:
        return children(after[0], "obj")
    if verb.dep_ == "acl:relcl" and surface_subject(verb):
        subjects = surface_subject(verb)
        pronoun = any(child.lower_ in RELATIVE for child in verb.children if child.dep_ in SUBJECTS)
        return [] if pronoun or verb.head in subjects else [verb.head]
    return []


def noun_owner(noun: Token) -> list[Token]:
    """Whose it is: the by-phrase, else the possessor ("the rebels' attack", "its attack")."""
    return prepositional(noun, "by") or possessors(noun)


def is_kind(noun: Token) -> bool:
    """ "Attack helicopter", "aid worker", "range and combat strength": a kind of thing, no event."""
    if noun.dep_ == "compound":
        return noun.i < noun.head.i
    beside = noun.doc[min(noun.i + 1, len(noun.doc) - 1)]
    shares = beside.i == noun.head.head.i or (beside.dep_ == "conj" and beside.head.i == noun.head.i)
    return noun.dep_ == "conj" and beside.pos_ == "NOUN" and beside.i != noun.i and shares


@of_word
def light_verb(noun: Token) -> Token | None:
    """The carrier of an event noun ("carried out an attack", "an attack was launched", "opened with an attack")."""
    target = whole_round(noun)
    head = target.head
    if is_name_for(head, target.i):
        return None
    won = head.lemma_ in ("win", "lose") and target.lemma_ in FOUGHT
    if target.dep_ in ("obj", "nsubj:pass", "xcomp") and is_verb(head) and (head.lemma_ in LIGHT or won):
        return head
    if target.dep_ == "obl" and is_verb(head) and head.lemma_ in LIGHT_WITH_PREPOSITION:
        return head
    return None


def light_subject(noun: Token, depth: int = 0) -> list[Token]:
    """Who carries the event noun out, by the subject of its light verb."""
    relative = [c for c in noun.children if base(c.dep_) == "acl" and is_verb(c) and c.lemma_ in _CARRIED_OUT]
    for clause in (c for c in relative if not (is_said(c) or is_name_for(c, c.i) or is_under_which(c))):
        found = [s for s in logical_subjects(clause, depth + 1) if s.i != noun.i]
        if found:
            return found
    verb = light_verb(noun)
    if verb is None or verb.lemma_ in UNDERGO or case_of(noun) == "under" or _is_given(noun, verb):
        return []
    if verb.lemma_ in LIGHT_WITH_PREPOSITION and noun.dep_ == "obl" and is_passive(verb) and not agents(verb):
        return surface_subject(verb)  # "were engaged in fighting"
    return [s for s in logical_subjects(verb, depth + 1) if s.i != noun.i]


def _is_given(noun: Token, verb: Token) -> bool:
    """ "You have our full support": whose it is gives it to whoever has it; "he has two convictions"."""
    befalls = noun.lemma_ in BEFALLING or any(c.lower_ in ("our", "my", "your") for c in children(noun, "nmod:poss"))
    return verb.lemma_ in HAVING and noun.dep_ == "obj" and befalls


def light_undergoer(noun: Token) -> list[Token]:
    """Who suffers the event noun ("suffered an attack", "survived the shelling")."""
    if case_of(noun) == "under" and children(noun, "cop"):
        return surface_subject(noun)  # "is under investigation"
    verb = light_verb(noun)
    for clause in noun.children:
        if (
            base(clause.dep_) == "acl"
            and clause.lemma_ in UNDERGO
            and not (is_passive(clause) or children(clause, "obj"))
        ):
            return [t for t in surface_subject(clause) if t.i != noun.i]  # "the blows that the town has suffered"
    undergone = verb is not None and (verb.lemma_ in UNDERGO or case_of(noun) == "under" or _is_given(noun, verb))
    return logical_subjects(verb) if verb is not None and undergone else []


def clause_complements(verb: Token) -> list[Token]:
    """Heads of the clauses that the verb (or an object noun of it) takes as its content."""
    found = children(verb, "ccomp", "xcomp")
    found += [
        grand
        for child in children(verb, "obj")
        for grand in children(child, "acl")
        if grand.tag_ in ("VB", "VBD", "VBZ", "VBP") and grand.dep_ != "acl:relcl"
    ]
    return found
