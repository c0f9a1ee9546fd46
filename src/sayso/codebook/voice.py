"""Voice and pronouns in Universal Dependencies: passives, their agents, relative clauses, prepositions.

Returns tokens of one `Doc`. Where a parser gives only the bare label ("nsubj", "acl"), form and position decide.
"""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook.grammar import NAMED
from sayso.codebook.lemmas import lemma
from sayso.codebook.nouns import HUMAN, load_nouns
from sayso.codebook.tree import base, case_of, children, first_case, is_verb, of_word
from sayso.codebook.words import word_list

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass")
#: How it is decided or said, and nobody who does: "adopted by 13 votes", "discussed by phone".
WAYS = word_list("voice_ways")
#: How deep an agent may stand under what else hangs on its verb.
FAR = 3
#: Verbs of harm and arrest that do not go without an object.
TRANSITIVE = word_list("voice_transitive")
#: What is said to somebody who is to do it, and what gives somebody a thing.
TOLD = word_list("voice_told")
GIVEN = word_list("voice_given")
#: What somebody is held or taken.
TAKEN = frozenset({"hostage", "captive", "prisoner"})
#: Verbs whose object somebody sees or has something done to.
HAVING = frozenset({"have", "get", "want"})
FINDING = frozenset({"see", "watch", "find", "hear", "witness"})
HARMED = TRANSITIVE | {"shoot", "beat", "hang"}
#: Those that may have a particle behind them ("gunned down", "roughed up").
WITH_PARTICLE = frozenset({"gun", "rough", "round"})
#: What is told of somebody of an age that was done to him, where no object stands behind it.
DONE_TO_ONE = HARMED | {"assault", "attack", "bite", "rob", "save", "search", "target", "threaten", "trap", "hit"}
#: With "for" behind them somebody is blamed: "baker slammed for mocking pilgrims", not "a lorry slammed into a wall".
BLAMED_FOR = frozenset({"blast", "rap", "slam"})
HOLDING = frozenset({"hold", "keep", "take"})
#: Points of time that something is done by.
BY_THEN = word_list("voice_by_then")
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})

PAST = frozenset({"VBD", "VBN"})
#: Pronouns of which it may be said who they are.
SOMEBODY = frozenset({"i", "you", "he", "she", "we", "they"})


def form_of(word: Token) -> str:
    """Part of speech of a word; of verbs tag and voice."""
    return f"V{'p' if is_passive(word) else ''}{word.tag_}" if is_verb(word) else word.pos_


@of_word
def is_passive(token: Token) -> bool:
    """True for "was shot", for "shot" in "the man shot by police", and for a conjunct that shares the auxiliary."""
    if any(child.dep_ in ("nsubj:pass", "aux:pass", "csubj:pass") for child in token.children):
        return not _acts_on_object(token)
    if _lacks_object(token):
        return True
    if _goes_on_to_undergo(token) or _is_done_by(token):
        return True
    objects = [c for c in token.children if c.dep_ == "obj" and not (c.lower_ in TAKEN and token.dep_ == "acl")]
    if token.tag_ != "VBN" or objects or any(child.dep_ == "aux" for child in token.children):
        return False
    joined = token.dep_ == "conj" and is_verb(token.head) and token.head.i < token.i and is_passive(token.head)
    if any(child.dep_ == "nsubj" for child in token.children):
        alone = token.dep_ in ("ROOT", "ccomp", "parataxis")  # "Two men arrested in Oran"
        alone = alone or any(c.dep_ == "mark" and c.lower_ == "with" for c in token.children)  # "with two men arrested"
        return (alone or joined) and not _is_told(token)  # "shops were looted and a station set on fire"
    if (base(token.dep_) == "acl" and token.dep_ != "acl:relcl") or hyphenated_agent(token) is not None:
        return True
    if any(child.dep_ == "obl:agent" for child in token.children):
        return True
    if token.dep_ == "xcomp" and is_verb(token.head):  # "saw a guard gunned down", "was found shot"
        found = token.head.lemma_ in HAVING or (token.head.lemma_ in FINDING and token.lemma_ in HARMED)
        return found and (bool(children(token.head, "obj")) or is_passive(token.head))
    if token.dep_ == "advcl":
        return True  # "wrongly detained, she was held", "…, shot by gunmen"
    return joined


def _goes_on_to_undergo(verb: Token) -> bool:
    """ "Told" of "was beaten and told to leave", "denied" of "were beaten and denied food": what is joined to a passive
    and says to nobody else that it is done.
    """
    labels = {child.dep_ for child in verb.children}
    if verb.dep_ != "conj" or verb.tag_ not in ("VBN", "VBD") or labels & {"aux", "nsubj", "iobj"}:
        return False
    told = lemma(verb) in TOLD and "xcomp" in labels and "obj" not in labels
    given = lemma(verb) in GIVEN and verb.tag_ == "VBN" and "obj" in labels
    aimed = "obj" in labels or any(prepositional(verb, word) for word in ("at", "on", "into", "for"))
    harmed = lemma(verb) in DONE_TO_ONE and not aimed  # "were led off and shot", not "was freed and shot at them"
    return (told or given or harmed) and verb.head.i < verb.i and is_verb(verb.head) and is_passive(verb.head)


def _acts_on_object(verb: Token) -> bool:
    """ "Monks also condemned the plan", whose subject the parse took for a passive's: an object, and no auxiliary."""
    labels = {child.dep_ for child in verb.children}
    return "obj" in labels and "aux:pass" not in labels and "nsubj:pass" in labels


def _is_told(verb: Token) -> bool:
    """ "She later apologized.", "The union also pushed for a ban.": past tenses that the parse took for participles."""
    subjects = children(verb, "nsubj")
    between = [c for c in children(verb, "advmod") if subjects and subjects[0].i < c.i < verb.i]
    whole = verb.sent[-1].is_punct or any(t.text == "." for t in verb.sent[-2:])
    return any(s.tag_ == "PRP" for s in subjects) or (bool(between) and whole)


def _lacks_object(verb: Token) -> bool:
    """ "Farmer held as his sister killed": a verb that needs an object and has none is a headline's passive."""
    both = verb.lemma_ in HARMED and _is_beside_harm(verb)
    beside = verb.dep_ == "conj" and is_verb(verb.head) and is_passive(verb.head)  # "were held and a guard killed"
    if verb.tag_ != "VBD" or verb.dep_ == "acl:relcl" or (verb.dep_ == "conj" and not beside):
        return both and (verb.tag_, verb.dep_) == ("VBD", "conj")
    if not (both or verb.lemma_ in TRANSITIVE or _needs_object_here(verb)):
        return False
    subjects = [verb.head] if verb.dep_ == "acl" else children(verb, "nsubj") or strayed_subject(verb)
    apart = any(
        child.dep_ in ("obj", "iobj", "aux", "conj", "ccomp", "xcomp", "obl:unmarked", "compound:prt")
        for child in verb.children
        if child.lower_ not in TAKEN and not (both and child.dep_ == "conj")  # "two men held hostage were freed"
        if not (child.dep_ == "compound:prt" and verb.lemma_ in WITH_PARTICLE)
    )
    return not apart and any(s.i < verb.i and s.pos_ in ("NOUN", "PROPN", "NUM") for s in subjects)


def _needs_object_here(verb: Token) -> bool:
    """ "Two men held hostage", "Nurse, 41, attacked in a lift", "Baker slammed for mocking pilgrims"."""
    held = verb.lemma_ in HOLDING and verb.dep_ == "acl" and any(child.lower_ in TAKEN for child in verb.children)
    aged = verb.lemma_ in DONE_TO_ONE and any(_is_aged(s) for s in children(verb, "nsubj", "vocative"))
    blamed = verb.lemma_ in BLAMED_FOR and any(c.lower_ == "for" for t in verb.children for c in t.children)
    return held or aged or blamed


def _is_done_by(verb: Token) -> bool:
    """ "The raid launched against Gao by the front": a participle behind its noun that the tagger took for a past."""
    apart = any(child.dep_ in ("obj", "nsubj", "aux", "mark") for child in verb.children)
    past = verb.tag_ == "VBD" and verb.dep_ == "acl" and not apart
    return past and bool(prepositional(verb, "by") or _agents_behind(verb))


def _is_beside_harm(verb: Token) -> bool:
    """ "Guard shot and killed": two verbs of harm side by side, neither of which has an object."""
    pair = [verb.head, verb] if verb.dep_ == "conj" else [verb, *children(verb, "conj")][:2]
    first, second = pair if len(pair) == 2 else (verb, verb)
    harm = all(v.tag_ in PAST and v.lemma_ in HARMED for v in pair)
    alone = not any(children(v, "obj", "iobj", "ccomp", "xcomp") for v in pair)
    return harm and alone and second.i == first.i + 2


def _is_aged(somebody: Token) -> bool:
    """ "Nurse" of "Nurse, 41, attacked in a lift": of whom a headline gives the age."""
    behind = somebody.doc[somebody.i + 1 : somebody.i + 4]
    return len(behind) == 3 and behind[0].text == "," == behind[2].text and behind[1].tag_ == "CD"


#: Verbs by which somebody says what a thing is.
TAKING_FOR = frozenset({"call", "describe", "say", "term", "label", "deem", "consider", "believe", "regard", "see"})


def strayed_subject(verb: Token) -> list[Token]:
    """ "Sister" of "farmer held as sister killed", which the parse hung on the verb above: what stands between the mark
    of a clause and its verb is of that clause.
    """
    if verb.tag_ in ("VBD", "VBN") and (aged := [c for c in children(verb, "vocative") if _is_aged(c)]):
        return aged
    marks = children(verb, "mark")
    if verb.dep_ != "advcl" or not marks or children(verb, "nsubj", "csubj"):
        return []
    return [c for c in children(verb.head, "obj", "obl") if marks[0].i < c.i < verb.i and not case_of(c)]


def strayed_pronouns(verb: Token) -> list[Token]:
    """ "You", "I" of "Mr Reis, you and I met", which the parse joined to the one who is addressed."""
    at = verb.i - 1
    while at > 1 and verb.doc[at].head.i == verb.i and base(verb.doc[at].dep_) in ("aux", "advmod"):
        at -= 1
    if at < 2 or verb.doc[at].lower_ not in ("i", "we") or verb.doc[at].dep_ != "conj":
        return []
    you, joint, other = verb.doc[at - 2 : at + 1]
    joined = joint.lower_ == "and" and you.lower_ == "you" and you.sent.start == verb.sent.start
    return [you, other] if joined else []


def relative_head(token: Token) -> Token | None:
    """The noun that a relative or participial clause with head `token` stands beside."""
    clause = token
    while clause.dep_ in ("conj", "xcomp") and is_verb(clause.head):
        clause = clause.head
    return clause.head if base(clause.dep_) == "acl" or clause.dep_ == "advcl:relcl" else None


def through_relative(token: Token, verb: Token) -> Token:
    """The antecedent, when `token` is the relative pronoun of the clause of `verb`."""
    if token.lower_ in RELATIVE and token.tag_ in ("WP", "WDT", "WP$", "IN", "DT"):
        return _who(token, relative_head(verb) or _noun_before(token) or token)
    return _named_so(token) or token


def _named_so(what: Token) -> Token | None:
    """ "Bases" of "what it said were bases", "a sham" of "what it called a sham": what somebody takes it for."""
    clause = next((c for c in what.children if c.dep_ == "acl:relcl"), None) if what.lower_ == "what" else None
    if clause is None or clause.lemma_.lower() not in TAKING_FOR:
        return None
    named = [c for c in clause.children if c.i > clause.i and c.pos_ in ("NOUN", "PROPN")]
    said = (c for c in named if c.dep_ == "ccomp" and children(c, "cop"))
    called = (c for c in named if c.dep_ in ("obj", "xcomp") or (c.dep_ == "obl" and case_of(c) == "as"))
    return next(said, None) or next(called, None)


def _who(pronoun: Token, noun: Token) -> Token:
    """ "The commander" of "the commander of the Upper River Battalion who was killed": no body or place is "who";
    nor is "the reign" of "the reign of Rosa Quint, who fled". In "she is the judge who freed them" it is "she".
    """
    if (somebody := _is_said_to_be(noun)) is not None:
        return somebody
    named = _name_before(pronoun)
    if named is not None and noun.ent_type_ == "" and noun.pos_ == "NOUN" and noun.is_ancestor(named):
        known = load_nouns().find(noun.text, noun.lemma_)
        if known is None or known.kind not in ("person", "group"):
            return named
    if pronoun.lower_ in ("who", "whom") and (first := _people_joined(noun)) is not None:
        return first
    known = load_nouns().find(noun.text, noun.lemma_)
    body = noun.ent_type_ in ("organization", "place") or (known is not None and known.kind == "organization")
    of_body = noun.dep_ == "nmod" and body and case_of(noun) == "of"
    where = noun.dep_ == "nmod" and noun.ent_type_ == "place" and noun.i > noun.head.i
    if pronoun.lower_ != "who" or not (of_body or where) or noun.head.pos_ not in ("NOUN", "PROPN"):
        return noun
    return _who(pronoun, noun.head)


def _is_said_to_be(noun: Token) -> Token | None:
    """ "Quint" of "Quint is a poet and a judge who …": of whom it is said that this is what he is."""
    said = noun
    while said.dep_ == "conj" and said.head.pos_ == noun.pos_:
        said = said.head
    subjects = children(said, "nsubj") if children(said, "cop") else []
    return next((t for t in subjects if t.ent_type_ == "person" or t.lower_ in SOMEBODY), None)


def _people_joined(noun: Token) -> Token | None:
    """ "People" of "nine people and six firms whom it accuses": no firm alone is "whom"."""
    known = load_nouns().find(noun.text, noun.lemma_)
    if noun.dep_ != "conj" or noun.ent_type_ or known is None or known.kind != "organization":
        return None
    first = noun.head
    people = load_nouns().find(first.text, first.lemma_)
    return first if people is not None and people.kind in ("person", "group") else None


def _name_before(pronoun: Token) -> Token | None:
    """The first word of the person's name that ends right before "who", past a comma."""
    if pronoun.lower_ != "who" or pronoun.i < 2:
        return None
    before = pronoun.nbor(-2) if pronoun.nbor(-1).text == "," else pronoun.nbor(-1)
    while before.dep_ == "flat":
        before = before.head
    return before if before.ent_type_ == "person" else None


def _noun_before(pronoun: Token) -> Token | None:
    """ "Parliament" of "by parliament, which is to vote on it", whose clause the parse hung on the verb."""
    if pronoun.lower_ not in ("which", "who") or pronoun.i < 2:
        return None
    before = pronoun.nbor(-2) if pronoun.nbor(-1).text == "," else pronoun.nbor(-1)
    return before if before.pos_ in ("NOUN", "PROPN") else None


def prepositional(token: Token, preposition: str) -> list[Token]:
    """Nominal dependents of `token` under the preposition; a conjunct verb also sees those after its last conjunct."""
    wanted = (preposition,) if " " in preposition else (preposition, f"{preposition} the")
    found = [
        child
        for child in token.children
        if base(child.dep_) in ("obl", "nmod", "iobj")
        and (case_of(child) in wanted or first_case(child) == preposition)
    ]
    if preposition == "by" and not found:
        found = _agents(token)
    return [through_relative(child, token) for child in found]


def hyphenated_agent(verb: Token) -> Token | None:
    """ "Chad" of "Chad-supplied rifles": the name joined to a participle before a noun."""
    if verb.tag_ not in ("VBN", "VBD") or verb.i < 2 or verb.doc[verb.i - 1].text != "-":
        return None
    before = verb.doc[verb.i - 2]
    return before if before.pos_ == "PROPN" and verb.dep_ in ("amod", "acl") else None


def agents(verb: Token) -> list[Token]:
    """Who does what a passive verb says: the by-phrase, or the name joined to it by a hyphen."""
    joined = hyphenated_agent(verb)
    if joined is not None:
        return [joined]
    found = _agents(verb) or prepositional(verb, "by") or _agents_of_asking(verb) or _agents_behind_both(verb)
    found = found or _agents_of_both(verb)
    found = [child for child in found or _agents_behind(verb) if child.lemma_.lower() not in WAYS]
    found = [_named_so(child) or child for child in found]
    return [c for c in found if c.pos_ != "VERB" and c.ent_type_ not in ("date", "time") and not _is_by_then(c)]


def _is_by_then(noun: Token) -> bool:
    """ "Lifted by the end of May", "freed by the weekend": till when, and not by whom."""
    return lemma(noun) in BY_THEN and case_of(noun) == "by"


def _agents_behind_both(verb: Token) -> list[Token]:
    """ "Opponents" of "was spat on and pelted by opponents", which the parse hung on the first of the two."""
    joined = verb.dep_ == "conj" and is_verb(verb.head) and verb.head.i < verb.i
    return [c for c in _agents(verb.head) if c.i > verb.i] if joined else []


def is_human(token: Token) -> bool:
    """A name that may act, or a noun of the table for people or a body."""
    noun = load_nouns().find(token.lower_, token.lemma_)
    return token.ent_type_ in NAMED or (noun is not None and noun.kind in HUMAN)


def _agents_of_both(verb: Token) -> list[Token]:
    """ "The police" of "was held and beaten by the police": of two participles side by side."""
    beside = [c for c in children(verb, "conj") if c.tag_ == "VBN" == verb.tag_ and c.i == verb.i + 2]
    return [t for c in beside if not children(c, "nsubj", "nsubj:pass", "aux:pass") for t in _agents(c)]


def _agents_of_asking(verb: Token) -> list[Token]:
    """ "The court" of "was told to leave by the court", which the parse hung on what somebody is told to do."""
    asked = [c for c in children(verb, "xcomp", "advcl") if c.tag_ == "VB" and c.i > verb.i]
    asked = [c for c in asked if not any(child.dep_ == "aux:pass" for child in c.children)]
    return [t for one in asked for t in prepositional(one, "by") if is_human(t)]


def _agents_behind(verb: Token) -> list[Token]:
    """The agent that the parse hung on what stands between: "shot to death by gunmen", "freed in a suburb of Gao by the
    army".
    """
    level = children(verb, "obl")
    for _ in range(FAR):
        found = [t for one in level if one.i > verb.i for t in prepositional(one, "by")]
        if found:
            return found
        level = [c for one in level for c in children(one, "nmod")]
    return []


def _agents(verb: Token) -> list[Token]:
    """Agents by the parse; "according to the army" is who tells it and "with cables" the means, labelled wrong."""
    return [c for c in children(verb, "obl:agent") if not case_of(c).startswith(("according", "with"))]
