"""What the parser gets wrong around verbs of speech: in "the raiders, said a farmer, burned the mill" the farmer speaks
and the raiders burn, and in "aides said the patrol was near Gao but was told to wait" it is the patrol that was told.
"""

from __future__ import annotations

from sayso.codebook.cues import load_cues
from sayso.codebook.grammar import ENDED, PLURAL
from sayso.digest._model.lemmas import lemma_of
from sayso.digest._model.parse import SUBJECTS, Parse

#: So many words tell at the most who says it in such an aside.
LONGEST = 14
#: Relations that such a speaker is given by mistake.
SPEAKERS = frozenset({"nsubj", "obj", "iobj", "obl", "dep"})
#: What goes on with a list of deeds.
JOINING = frozenset({"and", "or", "but", "then"})
SINGULAR = frozenset({"was", "is", "has"})
ONE = frozenset({"NN", "NNP"})
#: Before "was told": so many words at the most from an auxiliary back to a subject of its own.
BACK = 3


def hang_asides(parse: Parse) -> None:
    """Where a verb of speech and its speaker stand between commas inside of what is said, that is its speaker, and what
    hung on it before is of what is said.
    """
    forms = parse.forms
    for verb in range(1, len(parse) - 2):
        if forms[verb - 1] != "," or parse.tags[verb] not in ENDED or not _is_speech(forms[verb], parse.tags[verb]):
            continue
        end = next((i for i in range(verb + 1, min(verb + LONGEST, len(parse) - 1)) if forms[i] == ","), verb)
        speaker = _speaker(parse, range(verb + 1, end))
        said = next((i for i in parse.children(verb, "ccomp") if i > end), None)
        if speaker is None or said is None or parse.low[end + 1] in JOINING:
            continue
        before = [i for i in parse.children(verb) if i < verb - 1]
        own = any(end <= i < said for i in parse.children(said, *SUBJECTS))
        if own and any(parse.labels[i] in SUBJECTS for i in before):
            continue  # "the mayor, who stayed, told the crew, “You are late”"
        parse.hang(speaker, verb, "nsubj")
        for i in before:
            parse.hang(i, said)


def _is_speech(form: str, tag: str) -> bool:
    rows = load_cues().verbs.get(lemma_of(form.lower(), "VERB", tag), ())
    return any(len(phrase) == 1 and "clause" in cue.frames for phrase, cue in rows)


def _speaker(parse: Parse, words: range) -> int | None:
    """The one word among those of the aside that hangs on none of them, where they are a noun phrase."""
    tops = [i for i in words if parse.heads[i] not in words]
    if len(tops) != 1 or any(parse.parts[i] in ("VERB", "AUX", "PUNCT", "SCONJ") for i in words):
        return None
    fits = parse.parts[tops[0]] in ("NOUN", "PROPN", "PRON") and parse.labels[tops[0]] in SPEAKERS
    return tops[0] if fits else None


def hang_second_verbs(parse: Parse) -> None:
    """A verb of one that was joined to one of several ("aides said the patrol was near Gao but [was told] to wait") is
    joined to the clause that is said.
    """
    for aux, form in enumerate(parse.low):
        verb = parse.heads[aux]
        over = parse.heads[verb]
        single = form in SINGULAR and parse.labels[verb] == "conj" and over < aux < verb
        if not single or not _has_subject(parse, over, PLURAL):
            continue
        between = (i for i in parse.children(over, "ccomp") if over < i < aux)
        clause = next((i for i in between if _has_subject(parse, i, ONE)), None)
        own = any(max(aux - BACK, over + 1) <= i < verb for i in parse.children(verb, *SUBJECTS))
        if clause is not None and not own:
            parse.hang(verb, clause)


def _has_subject(parse: Parse, verb: int, tags: frozenset[str]) -> bool:
    """Whether the verb's subject before it has one of these tags."""
    subject = next(iter(parse.children(verb, *SUBJECTS)), verb)
    return subject < verb and parse.tags[subject] in tags
