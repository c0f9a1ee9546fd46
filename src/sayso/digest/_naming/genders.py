"""Who is "he" and who is "she" in a report, where neither title nor given name tells: by the pronouns that can hardly
stand for anybody else. "Otieno said she would", or a pronoun with one person before it in its sentence and the last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.digest._naming.binding import is_barred
from sayso.digest._naming.clusters import Cluster
from sayso.digest._naming.mentions import Mention
from sayso.digest._naming.salience import is_predicative, speaks_over

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: What a pronoun counts whose verb is what somebody says, and one for which there is nobody else.
SAID, ALONE = 2, 1
#: By how many votes one gender must lead.
LEAD = 2
#: Who is known after one round leaves others alone in the next.
ROUNDS = 2
SIGNS = {"male": 1, "female": -1}


def settle_genders(doc: Doc, names: Iterable[Mention], others: Iterable[Mention]) -> None:
    """Gives people with a name the gender that the pronouns of the whole report tell."""
    others = list(others)
    people = [m for m in (*names, *others) if m.kind == "person" and m.form != "pronoun" and not m.many]
    people = [m for m in people if not is_predicative(doc[m.head], name=m.form == "name")]
    pronouns = [m for m in others if m.form == "pronoun" and m.kind == "person"]
    by_sentence: dict[int, list[Mention]] = {}
    for mention in people:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    for _ in range(ROUNDS):
        votes: Counter[Cluster] = Counter()
        for pronoun in pronouns:
            _vote(doc, pronoun, by_sentence, votes)
        for cluster, lead in votes.items():
            if not cluster.gender and abs(lead) >= LEAD:
                cluster.gender = "male" if lead > 0 else "female"


def _vote(doc: Doc, pronoun: Mention, by_sentence: dict[int, list[Mention]], votes: Counter[Cluster]) -> None:
    near = by_sentence.get(pronoun.sentence - 1, []) + by_sentence.get(pronoun.sentence, [])
    near = [m for m in near if m.head < pronoun.head and _gender(m) in ("", pronoun.gender)]
    near = [m for m in near if not is_barred(doc[pronoun.head], doc[m.head])]
    speaker = next((m for m in near if speaks_over(doc[m.head], doc[pronoun.head])), None)
    if any(_gender(m) for m in near):
        speaker = None  # "Ida Holm said he would" is of the man before, if there is one
    alone = len({id(m.cluster or m) for m in near}) == 1
    for mention in [speaker] if speaker is not None else near[:1] if alone else []:
        if mention.cluster is not None and mention.form == "name":
            votes[mention.cluster] += SIGNS[pronoun.gender] * (SAID if speaker is not None else ALONE)


def _gender(mention: Mention) -> str:
    return mention.gender or (mention.cluster.gender if mention.cluster is not None else "")
