"""What the parser gets wrong about whose verb it is: in "In the port the governor resigned" the governor does it, in
"Togo denied it; its envoys left, aides said" Togo denies it, and in "said troops came, searched the camp and left" the
troops search it.
"""

from __future__ import annotations

from itertools import pairwise

from sayso.codebook.grammar import TOLD
from sayso.codebook.voice import TAKEN
from sayso.codebook.words import word_list
from sayso.digest._model.parse import ANY_SUBJECT, Parse

#: Nouns of deeds, what leads from one to what it struck, and what may be struck.
DEEDS = word_list("mend_deeds")
STRUCK = frozenset({"on", "against", "upon"})
COMMON = frozenset({"NN", "NNS"})
#: Participles that only somebody does, and no deed or thing.
OF_DOERS = word_list("mend_of_doers")
LEADING = frozenset({"aux", "aux:pass", "mark"})
OWNING = frozenset({"det", "nmod:poss", "amod", "nummod"})
#: Prepositions that a place or an occasion at the head of a clause has.
FRONTED = frozenset({"in", "at", "on", "near", "during", "after", "since"})
#: Who says it, and whoever it is said of.
BOTH = 2


def hang_subjects(parse: Parse) -> None:
    """Mends whose verb it is, by all that follows."""
    hang_behind_places(parse)
    hang_before_speakers(parse)
    hang_joined_contents(parse)
    hang_given(parse)
    hang_struck(parse)
    hang_participles(parse)


def hang_behind_places(parse: Parse) -> None:
    """ "In the port the governor resigned": what was read as telling what a place or an occasion at the head of the
    clause is, with no comma between, is the subject that the verb lacks.
    """
    for noun in parse.labelled("appos"):
        place = parse.heads[noun]
        verb = parse.heads[place]
        if not (place < noun < verb and parse.labels[place] == "obl" and parse.tags[verb] in TOLD):
            continue
        led = [i for i in parse.children(noun, *OWNING) if i < noun]
        case = next((i for i in parse.children(place, "case") if i < place), noun)
        plain = bool(led) and "," not in parse.forms[place : min(led)] and parse.low[case] in FRONTED
        if plain and not parse.children(verb, *ANY_SUBJECT):
            parse.hang(noun, verb, "nsubj")


def hang_before_speakers(parse: Parse) -> None:
    """ "Togo denied it, aides said": of two subjects of the verb of saying, the first is that of what is said."""
    for said in _saying(parse):
        subjects, contents = parse.children(said, "nsubj"), parse.children(said, "ccomp")
        if len(subjects) != BOTH:
            continue
        (first, speaker), content = subjects, contents[0]
        lacks = parse.tags[content] in TOLD and not parse.children(content, *ANY_SUBJECT, *LEADING)
        if lacks and first < content < speaker < said:
            parse.hang(first, content, "nsubj")


def hang_joined_contents(parse: Parse) -> None:
    """ "Said troops came, searched the camp": a second content without a subject goes on with the first."""
    for said in _saying(parse):
        contents = [i for i in parse.children(said, "ccomp") if i > said]
        for first, second in pairwise(contents):
            alone = not parse.children(second, *ANY_SUBJECT, *LEADING)
            alike = parse.tags[first] == parse.tags[second] == "VBD" and bool(parse.children(first, *ANY_SUBJECT))
            if alone and alike and parse.forms[second - 1] == ",":
                parse.hang(second, first, "conj")


def hang_given(parse: Parse) -> None:
    """ "Whom" of "a courier whom they promised a reward": of two objects the one that is given something."""
    for whom in parse.labelled("obj"):
        verb = parse.heads[whom]
        if parse.tags[whom] != "WP" or verb < whom or parse.labels[verb] != "acl:relcl":
            continue
        things = [i for i in parse.children(verb, "obj") if i > verb]
        if things and parse.low[things[0]] not in TAKEN:
            parse.hang(whom, verb, "iobj")


def hang_struck(parse: Parse) -> None:
    """ "On the post" of "admitted the strike on the post": straight behind a deed it says what the deed was on."""
    for noun in parse.labelled("obl"):
        case = next((i for i in parse.children(noun, "case") if i < noun), 0)
        deed = case - 1
        struck = parse.low[case] in STRUCK and parse.tags[noun] in COMMON and case > 0
        of_deed = parse.low[deed] in DEEDS and parse.labels[deed] == "obj"
        if struck and of_deed and parse.heads[deed] == parse.heads[noun]:
            parse.hang(noun, deed, "nmod")


def hang_participles(parse: Parse) -> None:
    """ "Foiled a raid by rebels, arresting nine": behind a comma a participle is of who does the verb."""
    for clause in parse.labelled("acl"):
        noun = parse.heads[clause]
        verb = parse.heads[noun]
        behind = noun < clause and parse.forms[clause - 1] == "," and parse.tags[clause] == "VBG"
        object_ = parse.labels[noun] in ("obj", "obl") and verb < noun and parse.tags[verb] in TOLD
        plain = parse.low[clause] in OF_DOERS and bool(parse.children(verb, "nsubj"))
        if behind and object_ and plain:
            parse.hang(clause, verb, "advcl")


def _saying(parse: Parse) -> list[int]:
    """The verbs that have a content."""
    return sorted({parse.heads[i] for i in parse.labelled("ccomp")})
