"""Which words tell that people were killed, injured, missing, captured or displaced, and whom they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from sayso.codebook import syntax, tolls
from sayso.codebook.match import lemma
from sayso.extract._counting.care import has_wounds, in_care, succumbs
from sayso.extract._counting.count import Count, figure, numbered
from sayso.extract._counting.driven import driven_out, is_driven_out, is_of_residents
from sayso.extract._counting.harmed import CASUALTIES, NOUNS, OBJECT_VERBS, STATES, part_of_harmed
from sayso.extract._counting.one_person import is_one_person
from sayso.extract._counting.running import (
    NUMBERS,
    TOLLS,
    come_to,
    estimated,
    figure_of_others,
    is_earlier,
    of_victims,
    puts_it,
    with_figure,
)
from sayso.extract._counting.ways import kept_there, told_in_a_way
from sayso.extract._sides.phrases import through_partitive
from sayso.model import Effect

SUBJECT_VERBS = tolls.effects("subject")
HEADLINE_VERBS = {f"{verb}s": effect for verb, effect in OBJECT_VERBS.items()}
DEEDS = tolls.effects("deed")
#: Those of one person each.
SINGLE = tolls.words("phrases", "single")
ENDINGS = tolls.effects("ending")
#: "Bled to death".
DYING = tolls.words("phrases", "dying")
LIVES = tolls.words("phrases", "lives")
LOST = tolls.words("phrases", "lost")
FIGHTERS = tolls.words("phrases", "fighters")
HELD = tolls.words("phrases", "held")
FOUND = tolls.words("phrases", "found")
HOLDING = tolls.words("phrases", "holding")
SEIZED = tolls.words("phrases", "seized")
FALLING = tolls.words("phrases", "falling")
BATTLES = tolls.words("phrases", "battles")
#: What makes a death of "shot", "beat", "wounded".
DEADLY = tolls.words("phrases", "deadly")
#: "Disappeared from the public eye".
SIGHT = frozenset({"eye", "view", "sight", "life", "scene", "stage", "screen", "radar"})
BODIES = tolls.words("phrases", "bodies")
#: Words by which some of those who were shot died, and how far behind the verb they stand.
BEHIND = 25
FATALLY = frozenset({"fatally", "mortally"})
#: What "nine casualties" may be, as "killed or wounded".
EITHER: tuple[Effect, ...] = ("killed", "injured")
#: Words that count without a number.
MANY = frozenset({"many", "several", "numerous", "dozens", "scores", "hundreds", "thousands", "others", "more"})
#: How many words before "injured" its number may stand: "12 injured", "12 people injured".
NEAR = 3


def counts(doc: Doc) -> Iterator[Count]:
    """Every group that the text counts, in text order."""
    before: list[Count] = []
    for token in doc:
        for found in _counts_at(token, before):
            before.append(found)
            yield found


def _counts_at(token: Token, before: Sequence[Count]) -> Iterator[Count]:
    """Those that are told at the token. `before`: the counts before it."""
    word = lemma(token)
    bare = _bare(token, word) or _of_headline(token) or estimated(token, word)
    cared = [] if bare is not None or word in OBJECT_VERBS else list(in_care(token))
    if bare is not None:
        yield bare
    elif cared:
        yield from (Count("injured", token, who, cared=True, plain=has_wounds(token)) for who in cared)
    elif token.lower_ in STATES and word not in OBJECT_VERBS and syntax.is_verb(token):  # "is unaccounted for"
        yield from _adjective_counts(token, word)
    elif syntax.is_verb(token) and token.tag_ != "JJ":
        yield from _verb_counts(token, word)
    elif token.pos_ in ("ADJ", "ADV") or token.tag_ == "JJ" or token.dep_ == "amod":
        yield from _adjective_counts(token, word)
    elif there := list(kept_there(token)):
        yield from there
    elif token.pos_ in ("NOUN", "PROPN"):
        if before and word in NUMBERS and puts_it(token, before[-1]):
            yield from come_to(token, before[-1].effect)
        yield from _noun_counts(token, word)
    elif (found := figure_of_others(token, before)) is not None:
        yield found


# ---- verbs


def _verb_counts(verb: Token, word: str) -> Iterator[Count]:
    if word in OBJECT_VERBS:
        part = _fatally(verb)
        if part is not None and OBJECT_VERBS[word] == "injured":
            yield Count("killed", verb, part)
        fatal = OBJECT_VERBS[word] == "injured" and part is None and _to_death(verb)
        effect: Effect = "killed" if fatal else OBJECT_VERBS[word]
        found = _those_among(verb) or _taken_for_passive(verb) or _objects(verb) or _objects_of_leaving(verb)
        for who in found or _right_after(verb) or _right_before(verb):
            yield with_figure(Count(effect, verb, who))
    elif word in SUBJECT_VERBS:
        headline = [t for t in verb.children if t.dep_ == "nummod"]  # "Five die as …"
        drowned = syntax.children(verb, "obj") if word == "drown" else []
        sent = syntax.children(verb.head, "obj") if verb.dep_ in ("acl", "xcomp") and lemma(verb.head) == "send" else []
        for who in _those_among(verb) or drowned or sent or syntax.logical_subjects(verb) or headline:
            if SUBJECT_VERBS[word] == "missing" and any(lemma(t) in SIGHT for t in syntax.prepositional(verb, "from")):
                continue
            if SUBJECT_VERBS[word] != "displaced" or is_driven_out(who):
                yield with_figure(Count(SUBJECT_VERBS[word], verb, who))
    elif word in ENDINGS and (word == "gun" or _to_death(verb)):
        part = _fatally(verb)
        killed = syntax.logical_objects(verb) if part is None else [part]
        # "counted nine hacked to death"
        killed = killed or (syntax.children(verb.head, "obj") if verb.dep_ == "xcomp" else [])
        killed = killed or (syntax.logical_subjects(verb) if word in DYING else [])
        yield from (Count("killed", verb, who) for who in killed)
    elif word in HOLDING and any(lemma(t) in NOUNS or lemma(t) in CASUALTIES for t in syntax.surface_subject(verb)):
        (subject,) = syntax.surface_subject(verb)
        effect = NOUNS.get(subject.lower_) or NOUNS.get(lemma(subject), "killed")
        yield from (Count(effect, verb, who) for who in syntax.children(verb, "obj"))
    else:
        yield from _phrase_counts(verb, word)


def _phrase_counts(verb: Token, word: str) -> Iterator[Count]:
    """ "claimed 23 lives", "took 17 villagers hostage", "forced 12 families from their homes", "lost 14 men"."""
    objects = syntax.children(verb, "obj", "iobj")
    lives = next((t for t in objects if t.lower_ in ("life", "lives")), None)
    if word in LIVES and lives is not None:
        others = [t for t in objects if t.i < lives.i] if word == "cost" else []
        if _owned(lives):  # "lost their lives", "cost them their lives"
            others = others or syntax.logical_subjects(verb)
        yield from (Count("killed", verb, who) for who in others or syntax.prepositional(lives, "of") or [lives])
    elif word in LOST:
        yield from (Count("killed", verb, who) for who in objects if figure(who) and _fights(who))
    elif word in HELD and (state := next((c for c in verb.children if c.lower_ in STATES), None)) is not None:
        others = [t for t in syntax.logical_objects(verb) if t.i != state.i]
        others = others or syntax.children(state, "compound")  # "took [30 soldiers prisoner]"
        yield from (Count(STATES[state.lower_], verb, who) for who in others)
    elif word in HELD:  # "took nine hostages", "nine hostages were taken"
        found = syntax.logical_objects(verb) if syntax.is_passive(verb) else objects
        yield from (Count("captured", verb, who) for who in found if STATES.get(lemma(who)) == "captured")
    elif word in SEIZED:
        yield from (Count("captured", verb, who) for who in syntax.logical_objects(verb))
    elif word in FALLING and _in_battle(verb):
        yield from (Count("killed", verb, who) for who in syntax.logical_subjects(verb) if lemma(who) in FIGHTERS)
    elif succumbs(verb):
        yield from (Count("killed", verb, who) for who in syntax.logical_subjects(verb))
    else:
        yield from (Count("displaced", verb, who) for who in driven_out(verb))
    yield from told_in_a_way(verb)


def _in_battle(fell: Token) -> bool:
    """ "Fell in the battle", "two soldiers fell and seven rebels were killed": nowhere, and on nobody."""
    if any(lemma(t) in BATTLES for t in syntax.prepositional(fell, "in")):
        return True
    beside = any(c.dep_ in ("obl", "xcomp", "obj", "compound:prt", "advcl", "advmod") for c in fell.children)
    return not beside and any(figure(who) for who in syntax.surface_subject(fell))


def _fatally(verb: Token) -> Token | None:
    """ "Two" of "shot three students, two of them fatally", "were shot, two fatally"."""
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + BEHIND)]:
        if token.lower_ in FATALLY and token.i - 3 >= verb.sent.start:
            number, of, them = (token.nbor(-n) for n in (3, 2, 1))
            if them.pos_ == "NUM":
                return them
            if (number.pos_, of.lower_, them.lower_) == ("NUM", "of", "them"):
                return number
    return None


def _fights(who: Token) -> bool:
    """ "Nine men", "two of its men"."""
    return lemma(through_partitive(who)) in FIGHTERS


def _those_among(verb: Token) -> list[Token]:
    """ "Two children were among those who died": the two, not "those"."""
    those = verb.head
    relative = verb.dep_ in ("acl:relcl", "acl") and those.i < verb.i and syntax.case_of(those) == "among"
    return syntax.surface_subject(those) if relative else []


def _objects_of_leaving(state: Token) -> list[Token]:
    """ "Left many people injured"."""
    over = state.head
    return syntax.children(over, "obj") if state.dep_ == "xcomp" and lemma(over) == "leave" else []


def _owned(lives: Token) -> bool:
    return any(c.dep_ == "nmod:poss" and c.pos_ == "PRON" for c in lives.children)


def _objects(verb: Token) -> list[Token]:
    """ "killed ten and wounded at least 39": an object behind the second verb is the second verb's."""
    several = [t for t in syntax.children(verb, "obj") if not t.lower_.endswith(("self", "selves"))]
    which = [t for t in several if t.tag_ in ("WDT", "WP")]
    several = [t for t in several if t not in which]  # "which, he said, killed nine"
    if len(several) > 1:  # "killed ten, among them three boys": the first; the others are parts of it
        return several[:1]
    passive = [t for t in syntax.children(verb, "nsubj:pass")[:1] if t.tag_ not in ("WDT", "WP")]  # "who was killed"
    found = several or passive or syntax.logical_objects(verb) or which
    if verb.dep_ == "conj" and not several and lemma(verb.head) in OBJECT_VERBS:
        return [t for t in syntax.children(verb.head, "obj") if t.i > verb.i] or found
    return found


def _taken_for_passive(verb: Token) -> list[Token]:
    """ "The attack killed between 14 and 20": a verb in the past that the parse took for a passive."""
    if any(c.dep_ in ("aux", "aux:pass") for c in verb.children) or verb.dep_ in ("acl", "amod", "conj", "advcl"):
        return []
    return _right_after(verb) if syntax.is_passive(verb) else []


def _right_after(verb: Token) -> list[Token]:
    """ "wounding nine", "wounded scores of people": what is counted right after a verb without an object."""
    for token in verb.doc[verb.i + 1 : verb.i + 1 + NEAR]:
        if (token.pos_ == "NUM" or token.lower_ in MANY) and token.sent.start == verb.sent.start:
            head = token.head if token.dep_ == "nummod" and 0 < token.head.i - token.i <= NEAR else token
            return [head]
        if token.lower_ not in ("at", "least", "most", "between", "up", "to", "some", "about", "as", "many"):
            return []
    return []


def _right_before(verb: Token) -> list[Token]:
    """ "89 people were injured", whatever the parse hangs the people on."""
    first = min((c.i for c in verb.children if c.dep_ in ("aux", "aux:pass") and c.i < verb.i), default=0)
    if first <= verb.sent.start or not syntax.is_passive(verb):
        return []
    before = verb.nbor(first - 1 - verb.i)
    return [before] if before.pos_ == "NOUN" and syntax.base(before.dep_) == "nsubj" and numbered(before) else []


def _to_death(verb: Token) -> bool:
    """ "shot dead", "hacked to death", "fatally shot", "shot two men dead"; not "shot two, and there was a death"."""
    near = [
        t for t in verb.children if not (syntax.is_verb(t) and syntax.base(t.dep_) in ("conj", "advcl", "parataxis"))
    ]
    return any(c.lower_ in DEADLY for t in near for c in (t, *t.children))


# ---- states


def _adjective_counts(token: Token, word: str) -> Iterator[Count]:
    """ "left dozens dead", "two were wounded", "nine people are missing", "12 dead"."""
    effect = STATES.get(token.lower_) or STATES.get(word)
    if effect is None:
        return
    if (in_all := _in_all(token)) is not None:
        yield Count(effect, token, in_all)
        return
    head = token.head
    subjects = syntax.surface_subject(token)
    if subjects:
        yield from (Count(effect, token, who) for who in subjects)
    elif token.dep_ in ("xcomp", "obj", "advcl", "conj", "ccomp") and syntax.is_verb(head):
        found = syntax.logical_objects(head) or (syntax.surface_subject(head) if token.dep_ == "xcomp" else [])
        yield from (Count(effect, token, who) for who in found[:1])
    elif token.dep_ in ("amod", "acl") and head.pos_ in ("NOUN", "PROPN"):
        counted = any(c.dep_ == "nummod" for c in head.children) and effect in ("missing", "killed")
        left = token.i > head.i and head.dep_ == "obj" and lemma(head.head) == "leave"
        if counted or left:
            yield Count(effect, token, head)


def _bare(token: Token, word: str) -> Count | None:
    """ "with 12 injured and three dead": a number and the state right behind it, whatever the parse makes of them."""
    effect = STATES.get(token.lower_) or (OBJECT_VERBS.get(word) if token.tag_ in ("VBN", "VBD") else None)
    if effect is None or any(c.dep_ == "obj" for c in token.children):
        return None
    if token.i + 2 < len(token.doc) and token.nbor(1).text == ":" and token.nbor(2).pos_ == "NUM":  # "Dead: 5."
        return Count(effect, token, token.nbor(2))
    if token.i == token.sent.start:
        return None
    before = token.nbor(-1)
    behind = token.nbor() if token.i + 1 < len(token.doc) else None
    if (behind is not None and behind.pos_ in ("NOUN", "PROPN")) or any(map(is_earlier, token.ancestors)):
        return None
    if before.lower_ in MANY and before.pos_ == "ADJ" and before.head.i == token.i:  # "there are many dead"
        return Count(effect, token, token)
    if before.pos_ == "NUM" and syntax.case_of(before) == "of" and is_one_person(before.head):  # "a mother of 12"
        return Count(effect, token, before.head)
    return Count(effect, token, before) if before.pos_ == "NUM" or before.lower_ in MANY else None


def _of_headline(token: Token) -> Count | None:
    """ "Bomb kills 7, wounds 30": a verb before its number that the parse took for a noun."""
    effect = HEADLINE_VERBS.get(token.lower_)
    if effect is None or token.pos_ == "VERB" or token.i + 1 >= len(token.doc):
        return None
    number = token.nbor()
    return Count(effect, token, number) if number.pos_ == "NUM" else None


# ---- nouns


def _noun_counts(token: Token, word: str) -> Iterator[Count]:
    if (part := part_of_harmed(token)) is not None:
        yield Count(part[1], part[2], token)
        return
    effect = NOUNS.get(token.lower_) or NOUNS.get(word)
    if word == "casualty" and numbered(token):
        yield from (Count(either, token, token) for either in EITHER)
    elif word == "victim" and _denied(token):
        yield Count("killed", token, token)
    elif (effect is not None or word in ("casualty", "fatality")) and (numbered(token) or _denied(token)):
        yield Count(effect or "killed", token, token)
    elif effect == "killed" and syntax.case_of(token) == "to" and _owned(token):
        # "swept seven to their deaths", "two fell to their deaths"
        found = syntax.children(token.head, "obj") or syntax.logical_subjects(token.head)
        yield from (Count(effect, token, who) for who in found)
    elif effect is not None and (sum_ := _in_all(token)) is not None:
        yield Count(effect, token, sum_)
    elif effect is not None and (come := list(_risen(token, effect))):
        yield from come
    elif effect is not None:
        cases = ("of", "to") if effect == "injured" else ("of",)  # "injuries to three"
        yield from (Count(effect, token, who) for case in cases for who in syntax.prepositional(token, case))
    elif word in TOLLS or (word in NUMBERS and of_victims(token) is not None):
        yield from come_to(token, of_victims(token) or "killed")
    else:
        yield from _of_noun(token, word)


def _of_noun(token: Token, word: str) -> Iterator[Count]:
    """Who stands under "of" of a noun: "the murder of nine monks", "the bodies of nine", "the loss of five lives"."""
    of = syntax.prepositional(token, "of")
    if word in DEEDS:
        single = [token] if word in SINGLE and numbered(token) else []  # "two murders"
        out = DEEDS[word] != "displaced"  # not "the flight of 200 passengers"
        yield from (Count(DEEDS[word], token, who) for who in of or single if out or is_of_residents(who))
    elif word in BODIES and lemma(token.head) in FOUND and not _more(token):
        yield from (Count("killed", token, who) for who in of or ([token] if numbered(token) else []))
    elif word == "whereabouts":
        yield from (Count("missing", token, who) for who in of if figure(who))
    elif word == "loss":
        yield from (Count("killed", token, who) for who in of if lemma(who) == "life" and figure(who))


def _in_all(dead: Token) -> Token | None:
    """ "23" of "the wounded, 23 in all"."""
    if not syntax.children(dead, "det"):
        return None
    return next((t for t in syntax.children(dead, "appos") if t.pos_ == "NUM"), None)


def _risen(deaths: Token, effect: Effect) -> Iterator[Count]:
    """ "Deaths from the blast rose to nine"."""
    if deaths.tag_ == "NNS" and deaths.dep_ == "nsubj" and syntax.is_verb(deaths.head):
        yield from (found for found in come_to(deaths, effect) if found.who.i > deaths.head.i)


def _more(token: Token) -> bool:
    """ "three more bodies" are no toll: they are added to one."""
    return any(c.lower_ in ("more", "another", "further", "additional") for c in token.children)


def _denied(token: Token) -> bool:
    return any(child.lower_ == "no" for child in token.children)
