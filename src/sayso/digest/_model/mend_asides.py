"""What the parser gets wrong around verbs of speech: in "the raiders, said a farmer, burned the mill" the farmer speaks
and the raiders burn, and in "aides said the patrol was near Gao but was told to wait" it is the patrol that was told.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.codebook.cues import load_cues
from sayso.codebook.grammar import ENDED, PLURAL
from sayso.digest._model.lemmas import lemma_of
from sayso.digest._model.tree import LONGEST_SENTENCE, Ints

#: So many words tell at the most who says it in such an aside.
LONGEST = 14
#: Relations that such a speaker is given by mistake.
SPEAKERS = frozenset({"nsubj", "obj", "iobj", "obl", "dep"})
#: What goes on with a list of deeds.
JOINING = frozenset({"and", "or", "but", "then"})
SINGULAR = frozenset({"was", "is", "has"})
ONE = frozenset({"NN", "NNP"})


def hang_asides(
    forms: Sequence[str], parts: Sequence[str], tags: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> None:
    """Mends heads and relations (words,) in place where a verb of speech and its speaker stand between commas inside of
    what is said. `parts`: of speech; `tags`: Penn's; `names`: relations by number.
    """
    subject = names.index("nsubj")
    for verb in range(1, len(forms) - 2):
        if forms[verb - 1] != "," or tags[verb] not in ENDED or not _is_speech(forms[verb], tags[verb]):
            continue
        end = next((i for i in range(verb + 1, min(verb + LONGEST, len(forms) - 1)) if forms[i] == ","), verb)
        speaker = _speaker(range(verb + 1, end), parts, heads, relations, names)
        said = _said_behind(verb, end, heads, relations, names)
        if speaker is None or said is None or forms[end + 1].lower() in JOINING:
            continue
        before = [i for i in _near(verb, heads) if heads[i] == verb and i < verb - 1]
        own = any(heads[i] == said and names[relations[i]].startswith("nsubj") for i in range(end, said))
        if own and any(names[relations[i]].startswith("nsubj") for i in before):
            continue  # "the mayor, who stayed, told the crew, “You are late”"
        heads[speaker], relations[speaker] = verb, subject
        heads[before] = said


def _is_speech(form: str, tag: str) -> bool:
    rows = load_cues().verbs.get(lemma_of(form.lower(), "VERB", tag), ())
    return any(len(phrase) == 1 and "clause" in cue.frames for phrase, cue in rows)


def _speaker(words: range, parts: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]) -> int | None:
    """The one word among those of the aside that hangs on none of them, where they are a noun phrase."""
    tops = [i for i in words if heads[i] not in words]
    if len(tops) != 1 or any(parts[i] in ("VERB", "AUX", "PUNCT", "SCONJ") for i in words):
        return None
    fits = parts[tops[0]] in ("NOUN", "PROPN", "PRON") and names[relations[tops[0]]] in SPEAKERS
    return tops[0] if fits else None


def _said_behind(verb: int, end: int, heads: Ints, relations: Ints, names: Sequence[str]) -> int | None:
    """The verb of what is said, where it stands behind the aside."""
    near = (i for i in _near(verb, heads) if heads[i] == verb and i > end)
    return next((i for i in near if names[relations[i]] == "ccomp"), None)


def _near(word: int, heads: Ints) -> range:
    return range(max(0, word - LONGEST_SENTENCE), min(len(heads), word + LONGEST_SENTENCE))


def hang_second_verbs(
    forms: Sequence[str], tags: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> None:
    """Mends heads (words,) in place where a verb of one was joined to one of several ("aides said the patrol was near
    Gao but [was told] to wait"): it is joined to the clause that is said. `tags`: Penn's; `names`: relations by number.
    """
    joined, said = names.index("conj"), names.index("ccomp")
    for aux, form in enumerate(forms):
        verb = int(heads[aux])
        over = int(heads[verb])
        single = form.lower() in SINGULAR and relations[verb] == joined and over < aux < verb
        if not single or _subject(over, heads, relations, names, PLURAL, tags) is None:
            continue
        between = (i for i in range(over + 1, aux) if heads[i] == over and relations[i] == said)
        clause = next((i for i in between if _subject(i, heads, relations, names, ONE, tags) is not None), None)
        own = any(
            heads[i] == verb and names[relations[i]].startswith("nsubj") for i in range(aux - 3, verb) if i > over
        )
        if clause is not None and not own:
            heads[verb] = clause


def _subject(
    verb: int, heads: Ints, relations: Ints, names: Sequence[str], tagged: frozenset[str], tags: Sequence[str]
) -> int | None:
    """The verb's subject, if it has one of these tags and is not several by "and"."""
    near = range(max(0, verb - LONGEST_SENTENCE), verb)
    found = next((i for i in near if heads[i] == verb and names[relations[i]].startswith("nsubj")), None)
    return found if found is not None and tags[found] in tagged else None
