"""What the parser gets wrong behind verbs: in "cut off the port" the particle is the verb's, and in "supplied the camp
with water" so is what it is supplied with; in "dismissed as baseless claims of fraud" the claims are its object,
and in "on the eve of the killing the navy left" the navy is not killed.
"""

from __future__ import annotations

from sayso.codebook.grammar import TOLD
from sayso.codebook.words import word_list
from sayso.digest._model.lemmas import lemma_of
from sayso.digest._model.parse import SUBJECTS, Parse

#: Verbs that take an object and what it gets "with".
WITH = word_list("mend_with")
#: Whom ministries and governments call in.
CALLED_IN = word_list("mend_called_in")
#: Verbs whose object may stand behind what it is called.
AS = word_list("mend_as")
#: States that a verb before them puts its object in.
STATES = frozenset({"ablaze", "alight", "aflame", "loose", "free"})
#: What they have where no object is to be looked for.
TAKEN = frozenset({"obj", "nsubj:pass", "aux:pass"})


def hang_behind_verbs(parse: Parse) -> None:
    """Hangs particles, things supplied, objects behind what they are called or become, and subjects behind a noun in
    -ing.
    """
    _hang_particles(parse)
    _hang_called_in(parse)
    _hang_with(parse)
    _hang_as(parse)
    _hang_subjects(parse)
    _hang_behind_states(parse)


def _lemma(parse: Parse, verb: int) -> str:
    return lemma_of(parse.low[verb], "VERB", parse.tags[verb])


def _hang_particles(parse: Parse) -> None:
    """A particle right behind a verb that was hung on the verb's object as if it were a preposition."""
    for i in parse.labelled("case"):
        noun = parse.heads[i]
        beside = i > 0 and parse.tags[i] == "RP" and parse.parts[i - 1] == "VERB"
        if beside and noun > i and parse.labels[noun] == "obj" and parse.heads[noun] == i - 1:
            parse.hang(i, i - 1, "compound:prt")


def _hang_called_in(parse: Parse) -> None:
    """An envoy whom a ministry called in, and who was read as where it called."""
    for i in parse.labelled("case"):
        envoy, verb = parse.heads[i], i - 1
        called = i > 0 and parse.low[i] == "in" and parse.low[verb] in ("called", "call", "calls", "calling")
        if called and parse.heads[envoy] == verb and parse.labels[envoy] == "obl" and parse.low[envoy] in CALLED_IN:
            parse.hang(i, verb, "compound:prt")
            parse.hang(envoy, verb, "obj")


def _hang_with(parse: Parse) -> None:
    """What such a verb's object gets that was hung on the object as a part of it."""
    for i in parse.labelled("case"):
        thing = parse.heads[i]
        noun = parse.heads[thing]
        verb = parse.heads[noun]
        hung = parse.low[i] == "with" and parse.labels[thing] == "nmod" and parse.labels[noun] == "obj"
        if hung and verb < noun < i and _lemma(parse, verb) in WITH:
            parse.hang(thing, verb, "obl")


def _hang_as(parse: Parse) -> None:
    """The object of such a verb that stands behind what it is called, and was hung on that, or that on it."""
    for i in parse.labelled("case"):
        hung = parse.heads[i]
        verb = parse.heads[hung]
        behind = parse.low[i] == "as" and parse.labels[hung] == "obl" and verb < i < hung
        if not behind or parse.tags[verb] == "VBN" or parse.children(verb, *TAKEN) or _lemma(parse, verb) not in AS:
            continue
        called, thing = _called(parse, hung, i)
        if called is not None and thing is not None:
            parse.hang(i, called)
            parse.hang(called, verb, "obl")
            parse.hang(thing, verb, "obj")


def _called(parse: Parse, hung: int, start: int) -> tuple[int | None, int | None]:
    """What it is called, and the thing: "baseless", "claims" of "as baseless claims"."""
    if parse.parts[hung] == "NOUN":
        words = [j for j in parse.children(hung) if start < j < hung and parse.parts[j] in ("ADJ", "VERB")]
        return (words[-1] if words else None), hung
    beside = sorted(parse.children(hung, "nsubj", "obl") + parse.children(parse.heads[hung], "nsubj", "obl"))
    nouns = (j for j in beside if j > hung and parse.parts[j] in ("NOUN", "PROPN"))
    return hung, next((j for j in nouns if not parse.children(j, "case")), None)


def _hang_subjects(parse: Parse) -> None:
    """The subject of a verb that was hung as an object on a noun in -ing before it: with an article it takes none."""
    for thing in parse.labelled("obj"):
        noun = parse.heads[thing]
        the = any(parse.low[i] == "the" for i in parse.children(noun, "det"))
        if parse.tags[noun] != "VBG" or not the or not noun < thing:
            continue
        verb = next((i for i in parse.above(noun) if i > thing), noun)
        if parse.tags[verb] in TOLD and not parse.children(verb, *SUBJECTS):
            parse.hang(thing, verb, "nsubj")


def _hang_behind_states(parse: Parse) -> None:
    """ "A shop" of "set ablaze a shop in Gao", which was hung on the state that the verb puts it in."""
    for state in parse.labelled("xcomp", "advmod"):
        verb = parse.heads[state]
        if parse.low[state] in STATES and state == verb + 1 and not parse.children(verb, "obj"):
            for i in parse.children(state, "obj", "obl", "nmod"):
                parse.hang(i, verb, "obj" if parse.labels[i] == "obj" else "obl")
