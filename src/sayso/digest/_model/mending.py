"""All that is mended of parse and names after the language model has read them, in its order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sayso.digest._model import mend
from sayso.digest._model.arms import settle_arms
from sayso.digest._model.mend_asides import hang_asides, hang_second_verbs
from sayso.digest._model.mend_between import hang_between
from sayso.digest._model.mend_joined import hang_joined_counts, hang_joined_deeds, hang_joined_sorts
from sayso.digest._model.mend_names import cut_days, cut_homes, hang_names
from sayso.digest._model.mend_parts import hang_parts
from sayso.digest._model.mend_subjects import hang_subjects
from sayso.digest._model.mend_verbs import hang_behind_verbs
from sayso.digest._model.parse import Parse
from sayso.digest._model.reader import ReadWords
from sayso.digest._model.speakers import give_speakers

#: What needs no names.
STEPS: tuple[Callable[[Parse], None], ...] = (
    mend.hang_adjectives,
    mend.hang_dates,
    mend.hang_days,
    mend.hang_lapses,
    mend.hang_spoken,
    mend.hang_relatives,
    mend.hang_bereaved,
    mend.hang_shares,
    mend.hang_charges,
    mend.hang_joined_verbs,
    mend.hang_infinitives,
    mend.hang_appositions,
    hang_joined_sorts,
    hang_joined_deeds,
    hang_joined_counts,
    hang_behind_verbs,
    hang_between,
    hang_asides,
    hang_parts,
    hang_second_verbs,
    hang_subjects,
)


def mend_read(forms: Sequence[str], read: ReadWords, labels: Mapping[str, Any]) -> None:
    """Mends heads, relations, tags and names of what was read of these words, in place. `labels`: names by number."""
    relations, tags, kinds = labels["deprels"], labels["xpos"], labels["names"]
    parse = Parse(
        forms,
        [labels["upos"][i] for i in read.upos.tolist()],
        [tags[i] for i in read.xpos.tolist()],
        read.heads.tolist(),
        [relations[i] for i in read.deprels.tolist()],
    )
    for step in STEPS:
        step(parse)
    read.xpos[mend.shared_perfects(parse)] = tags.index("VBN")
    names = mend.cut_names(read.spans["names"], mend.hang_office_holders(parse), kinds.index("place"))
    names = read.spans["names"] = cut_days(cut_homes(names, parse, kinds), parse)
    settle_arms(forms, names, kinds)
    hang_names(parse, names, kinds)
    give_speakers(parse)
    number = {label: i for i, label in enumerate(relations)}
    read.heads[:] = parse.heads
    read.deprels[:] = [number[label] for label in parse.labels]
