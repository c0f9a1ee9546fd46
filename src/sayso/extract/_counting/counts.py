"""Which words tell that people were killed, injured, missing, captured or displaced, and whom they count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso.codebook import syntax, tolls
from sayso.codebook.match import lemma
from sayso.extract._counting.care import in_care
from sayso.extract._counting.harmed import CASUALTIES, NOUNS, OBJECT_VERBS, STATES, part_of_harmed
from sayso.model import Effect

SUBJECT_VERBS = tolls.effects("subject")
HEADLINE_VERBS = {f"{verb}s": effect for verb, effect in OBJECT_VERBS.items()}
DEEDS = tolls.effects("deed")
#: Those of one person each.
SINGLE = tolls.words("phrases", "single")
ENDINGS = tolls.effects("ending")
LIVES = tolls.words("phrases", "lives")
LOST = tolls.words("phrases", "lost")
FIGHTERS = tolls.words("phrases", "fighters")
#: Who only runs away, and whose nouns stand for many.
RUNAWAYS = FIGHTERS | tolls.words("displaced", "runaways")
PEOPLES = tolls.words("displaced", "peoples")
HELD = tolls.words("phrases", "held")
DRIVEN = tolls.words("phrases", "driven")
FOUND = tolls.words("phrases", "found")
HOLDING = tolls.words("phrases", "holding")
SEIZED = tolls.words("phrases", "seized")
ESTIMATED = tolls.words("phrases", "estimated")
LOSSES = tolls.words("phrases", "losses")
TOLLS = tolls.words("running", "noun")
NUMBERS = tolls.words("running", "number")
COMING_TO = tolls.words("running", "to")
#: "raised an earlier toll of five".
EARLIER = tolls.words("running", "earlier")
#: What makes a death of "shot", "beat", "wounded".
DEADLY = tolls.words("phrases", "deadly")
#: Words that count without a number.
MANY = frozenset({"many", "several", "numerous", "dozens", "scores", "hundreds", "thousands", "others", "more"})
#: Where one is driven from.
HOME = frozenset({"home", "house", "village", "town", "city", "land", "area"})
#: How far behind a verb one joined to it may stand that has its object in common: "killed and injured".
BESIDE = 2
#: How many words before "injured" its number may stand: "12 injured", "12 people injured".
NEAR = 3


@dataclass(frozen=True, slots=True)
class Count:
    """One group counted: the effect, the word that says so, and the head of the group."""

    effect: Effect
    cue: Token
    who: Token
    #: the figure before, of a toll that "rose from 12"
    was: Token | None = None
    #: whether the figure is all that it has come to
    running: bool = False
    #: whether it is told by who is in the care of doctors: a part of the injured, where these are counted
    cared: bool = False


def counts(doc: Doc) -> Iterator[Count]:
    """Every group that the text counts, in text order."""
    last: Count | None = None
    for token in doc:
        for found in _counts_at(token, last):
            last = found
            yield found


def _counts_at(token: Token, last: Count | None) -> Iterator[Count]:
    """Those that are told at the token. `last`: the count before it."""
    word = lemma(token)
    bare = _bare(token, word) or _of_headline(token) or _estimated(token, word)
    cared = [] if bare is not None or word in OBJECT_VERBS else list(in_care(token))
    if bare is not None:
        yield bare
    elif cared:
        yield from (Count("injured", token, who, cared=True) for who in cared)
    elif syntax.is_verb(token) and token.tag_ != "JJ":
        yield from _verb_counts(token, word)
    elif token.pos_ in ("ADJ", "ADV") or token.tag_ == "JJ" or token.dep_ == "amod":
        yield from _adjective_counts(token, word)
    elif token.pos_ in ("NOUN", "PROPN"):
        if last is not None and word in NUMBERS and _puts_it(token, last):
            yield from _come_to(token, last.effect)
        yield from _noun_counts(token, word)


# ---- verbs


def _verb_counts(verb: Token, word: str) -> Iterator[Count]:
    if word in OBJECT_VERBS:
        effect = "killed" if OBJECT_VERBS[word] == "injured" and _to_death(verb) else OBJECT_VERBS[word]
        found = _those_among(verb) or _taken_for_passive(verb) or _objects(verb)
        for who in found or _right_after(verb) or _right_before(verb):
            yield _with_figure(Count(effect, verb, who))
    elif word in SUBJECT_VERBS:
        for who in _those_among(verb) or syntax.logical_subjects(verb) or syntax.surface_subject(verb):
            if SUBJECT_VERBS[word] != "displaced" or _is_driven_out(who):
                yield Count(SUBJECT_VERBS[word], verb, who)
    elif word in ENDINGS and (word == "gun" or _to_death(verb)):
        killed = syntax.logical_objects(verb) or syntax.children(verb, "obj")
        yield from (Count("killed", verb, who) for who in killed)
    elif word in HOLDING and any(lemma(t) in NOUNS or lemma(t) in CASUALTIES for t in syntax.surface_subject(verb)):
        (subject,) = syntax.surface_subject(verb)
        effect = NOUNS.get(subject.lower_) or NOUNS.get(lemma(subject), "killed")
        yield from (Count(effect, verb, who) for who in syntax.children(verb, "obj"))
    else:
        yield from _phrase_counts(verb, word)


def _is_driven_out(who: Token) -> bool:
    """ "Families fled", "a family of nine fled": no fighters and no one man, who only run away."""
    return lemma(who) not in RUNAWAYS and (who.tag_ not in ("NN", "NNP") or lemma(who) in PEOPLES or _numbered(who))


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
        yield from (Count("killed", verb, who) for who in objects if _numbered(who) and lemma(who) in FIGHTERS)
    elif word in HELD and (state := next((c for c in verb.children if c.lower_ in STATES), None)) is not None:
        others = [t for t in syntax.logical_objects(verb) if t.i != state.i]
        others = others or syntax.children(state, "compound")  # "took [30 soldiers prisoner]"
        yield from (Count(STATES[state.lower_], verb, who) for who in others)
    elif word in HELD:  # "took nine hostages", "nine hostages were taken"
        found = syntax.logical_objects(verb) if syntax.is_passive(verb) else objects
        yield from (Count("captured", verb, who) for who in found if STATES.get(lemma(who)) == "captured")
    elif word in SEIZED:
        yield from (Count("captured", verb, who) for who in syntax.logical_objects(verb))
    elif word in DRIVEN and _from_home(verb):
        yield from (Count("displaced", verb, who) for who in syntax.logical_objects(verb))


def _those_among(verb: Token) -> list[Token]:
    """ "Two children were among those who died": the two, not "those"."""
    those = verb.head
    relative = verb.dep_ in ("acl:relcl", "acl") and those.i < verb.i and syntax.case_of(those) == "among"
    return syntax.surface_subject(those) if relative else []


def _owned(lives: Token) -> bool:
    return any(c.dep_ == "nmod:poss" and c.pos_ == "PRON" for c in lives.children)


def _from_home(verb: Token) -> bool:
    near = [
        *syntax.prepositional(verb, "from"),
        *syntax.prepositional(verb, "out of"),
        *syntax.prepositional(verb, "of"),
    ]
    return any(lemma(t) in HOME for t in near)


def _objects(verb: Token) -> list[Token]:
    """ "killed ten and wounded at least 39": an object behind the second verb is the second verb's."""
    several = [t for t in syntax.children(verb, "obj") if not t.lower_.endswith(("self", "selves"))]
    which = [t for t in several if t.tag_ in ("WDT", "WP")]
    several = [t for t in several if t not in which]  # "which, he said, killed nine"
    if len(several) > 1:  # "killed ten, among them three boys": the first; the others are parts of it
        return several[:1]
    passive = [t for t in syntax.children(verb, "nsubj:pass")[:1] if t.tag_ not in ("WDT", "WP")]  # "who was killed"
    found = several or passive or syntax.logical_objects(verb) or which
    later = [c.i for c in verb.children if c.dep_ == "conj" and lemma(c) in OBJECT_VERBS and c.i > verb.i + BESIDE]
    if any(verb.i < i < t.i for i in later for t in found):
        found = [t for t in several if t.i < min(later)]
    if verb.dep_ == "conj" and not several and lemma(verb.head) in OBJECT_VERBS:
        return [t for t in syntax.children(verb.head, "obj") if t.i > verb.i] or found
    return found


def _taken_for_passive(verb: Token) -> list[Token]:
    """ "The attack killed between 14 and 20": a verb in the past that the parse took for a passive."""
    if any(c.dep_ in ("aux", "aux:pass") for c in verb.children) or verb.dep_ in ("acl", "amod", "conj", "advcl"):
        return []
    return syntax.children(verb, "obj") or _right_after(verb) if syntax.is_passive(verb) else []


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
    return [before] if before.pos_ == "NOUN" and syntax.base(before.dep_) == "nsubj" and _numbered(before) else []


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
    head = token.head
    subjects = syntax.surface_subject(token)
    if subjects:
        yield from (Count(effect, token, who) for who in subjects)
    elif token.dep_ in ("xcomp", "obj", "advcl", "conj", "ccomp") and syntax.is_verb(head):
        yield from (
            Count(effect, token, who) for who in syntax.logical_objects(head)[:1] or syntax.children(head, "obj")[:1]
        )
    elif token.dep_ in ("amod", "acl") and head.pos_ in ("NOUN", "PROPN"):
        counted = any(c.dep_ == "nummod" for c in head.children) and effect in ("missing", "killed")
        left = token.i > head.i and head.dep_ == "obj" and lemma(head.head) == "leave"
        if counted or left:
            yield Count(effect, token, head)


def _bare(token: Token, word: str) -> Count | None:
    """ "with 12 injured and three dead": a number and the state right behind it, whatever the parse makes of them."""
    effect = STATES.get(token.lower_) or (OBJECT_VERBS.get(word) if token.tag_ in ("VBN", "VBD") else None)
    if effect is None or token.i == token.sent.start or any(c.dep_ == "obj" for c in token.children):
        return None
    before = token.nbor(-1)
    behind = token.nbor() if token.i + 1 < len(token.doc) else None
    if (behind is not None and behind.pos_ in ("NOUN", "PROPN")) or any(map(_is_earlier, token.ancestors)):
        return None
    return Count(effect, token, before) if before.pos_ == "NUM" or before.lower_ in MANY else None


def _of_headline(token: Token) -> Count | None:
    """ "Bomb kills 7, wounds 30": a verb before its number that the parse took for a noun."""
    effect = HEADLINE_VERBS.get(token.lower_)
    if effect is None or token.pos_ == "VERB" or token.i + 1 >= len(token.doc):
        return None
    number = token.nbor()
    return Count(effect, token, number) if number.pos_ == "NUM" else None


def _estimated(token: Token, word: str) -> Count | None:
    """ "Put its own dead at two", "estimates the rebels' losses at nine"."""
    verb = token.head
    if lemma(verb) not in ESTIMATED or not verb.i < token.i:
        return None
    effect = NOUNS.get(token.lower_) or STATES.get(token.lower_) or ("killed" if word in CASUALTIES | LOSSES else None)
    figure = next((t for t in _figures(token, verb) if t.i > token.i), None)
    return None if effect is None or figure is None else Count(effect, token, figure, running=True)


# ---- nouns


def _noun_counts(token: Token, word: str) -> Iterator[Count]:
    if (part := part_of_harmed(token)) is not None:
        yield Count(part[1], part[2], token)
        return
    effect = NOUNS.get(token.lower_) or NOUNS.get(word)
    inner = syntax.surface_subject(token)
    if inner and syntax.case_of(token) == "among" and (effect or word in CASUALTIES):
        yield from (Count(effect or "killed", token, who) for who in inner)  # "two children were among the dead"
    elif (effect is not None or word in ("casualty", "fatality")) and (_numbered(token) or _denied(token)):
        yield Count(effect or "killed", token, token)
    elif effect == "killed" and syntax.case_of(token) == "to" and _owned(token):  # "two fell to their deaths"
        yield from (Count(effect, token, who) for who in syntax.logical_subjects(token.head))
    elif effect is not None:
        yield from (Count(effect, token, who) for who in syntax.prepositional(token, "of"))
    elif word in TOLLS or (word in NUMBERS and _of_victims(token) is not None):
        yield from _come_to(token, _of_victims(token) or "killed")
    elif word in DEEDS:
        single = [token] if word in SINGLE and _numbered(token) else []  # "two murders"
        yield from (Count(DEEDS[word], token, who) for who in syntax.prepositional(token, "of") or single)
    elif word == "body" and lemma(token.head) in FOUND and not _more(token):
        whole = syntax.prepositional(token, "of") or ([token] if _numbered(token) else [])
        yield from (Count("killed", token, who) for who in whole)


def _puts_it(number: Token, last: Count) -> bool:
    """ "Prosecutors put the number at nine", in the sentence of what was counted or the next, and no part of it."""
    put = number.dep_ == "obj" and lemma(number.head) in ESTIMATED and not syntax.prepositional(number, "of")
    told = last.cue.sent
    return put and number.sent.start in (told.start, told.end) and part_of_harmed(last.who) is None


def _more(token: Token) -> bool:
    """ "three more bodies" are no toll: they are added to one."""
    return any(c.lower_ in ("more", "another", "further", "additional") for c in token.children)


def _of_victims(noun: Token) -> Effect | None:
    """The effect that "toll", "number" or "figure" counts: "the number of dead", "the injury toll"."""
    for token in noun.children:
        effect = NOUNS.get(token.lower_) or NOUNS.get(lemma(token)) or OBJECT_VERBS.get(lemma(token))
        if effect is None and syntax.case_of(token) == "of":  # "the number of dead soldiers"
            effect = next((STATES[c.lower_] for c in token.children if c.dep_ == "amod" and c.lower_ in STATES), None)
        if effect is not None and (token.dep_ != "acl" or syntax.is_passive(token)):
            return effect
        if lemma(token) in CASUALTIES:
            return "killed"
    return None


def _come_to(noun: Token, effect: Effect) -> Iterator[Count]:
    """ "the toll rose to 15 from 12", "a death toll of 40", "the toll is 40", "put the number of dead at 28".
    An earlier toll holds no more.
    """
    if _is_earlier(noun):
        return
    for who in syntax.prepositional(noun, "of"):
        if _figure(who):
            yield Count(effect, noun, who, running=True)
    change = noun.head
    verb = syntax.is_verb(change) or (noun.dep_ == "nsubj" and change.tag_ == "NNS")  # "toll climbs"
    if verb and syntax.base(noun.dep_) in ("nsubj", "obj", "obl", "nmod"):
        comes_to = list(_figures(noun, change))
        before = [t for t in (*_before(change), *_before(noun)) if _figure(t)]
        yield from (Count(effect, noun, who, was=next(iter(before), None), running=True) for who in comes_to[:1])
    elif _figure(change) and noun.dep_.startswith("nsubj"):
        yield Count(effect, noun, change, running=True)


def _before(change: Token) -> list[Token]:
    """What a toll rose from: "from 12", behind whichever of the two figures the parse hangs it on."""
    near = (change, *syntax.prepositional(change, "to"))
    return [t for one in near for t in syntax.prepositional(one, "from")]


def _is_earlier(noun: Token) -> bool:
    return lemma(noun) in TOLLS and any(c.lower_ in EARLIER for c in noun.children)


def _figures(noun: Token, change: Token) -> Iterator[Token]:
    """What a running toll comes to: under "to" or "at" of its verb or of itself, or as the object."""
    for word in COMING_TO:
        for token in (*syntax.prepositional(change, word), *syntax.prepositional(noun, word)):
            if _figure(token):
                yield token
    yield from (t for t in syntax.children(change, "obj") if t.i != noun.i and _figure(t))


def _figure(token: Token) -> bool:
    return (token.pos_ == "NUM" and token.ent_type_ not in ("date", "time")) or _numbered(token)


def _with_figure(count: Count) -> Count:
    """ "the number of people killed rose to twelve": the figure, where a number of the group is what changes."""
    number, verb = count.who.head, count.cue
    if lemma(number) not in NUMBERS or verb.dep_ != "acl":
        return count
    change = number.head
    under = [t for word in COMING_TO for t in syntax.prepositional(verb, word)]
    figures = [t for t in (*under, *_figures(number, change)) if t.i > count.who.i]
    figure = next((t for t in figures if _figure(t)), None)
    was = next((t for t in (*syntax.prepositional(verb, "from"), *_before(change)) if _figure(t)), None)
    return count if figure is None else Count(count.effect, verb, figure, was=was, running=True)


def _numbered(token: Token) -> bool:
    return any(
        child.dep_ in ("nummod", "amod") and (child.pos_ == "NUM" or child.lower_ in ("many", "several", "numerous"))
        for child in token.children
    )


def _denied(token: Token) -> bool:
    return any(child.lower_ == "no" for child in token.children)
