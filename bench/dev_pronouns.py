"""Whom pronouns of the third person stand for, on GUM's dev part (news, speech, biography, court, travel and more).

    python bench/dev_pronouns.py              right, wrong and unresolved, by pronoun
    python bench/dev_pronouns.py --errors     every pronoun that is not right, with what it was taken for
    python bench/dev_pronouns.py --people     only those that stand for somebody or some body with a name
    python bench/dev_pronouns.py --train      the train part: to choose weights by (the parser and the coreference head
                                              of the language model have seen it)

Every document is read from raw text. A pronoun is asked when GUM joins it to a noun or name before it. It is right
when GUM joins it to the thing that most nouns and names of its entity stand for.
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect_left
from collections import Counter
from pathlib import Path
from typing import Any

from sayso.model import Entity, Report
from sayso.pipeline import read

GUM = Path(__file__).resolve().parents[2] / "shared/data/ud"
CLASSES = {
    "he, she": "he him his himself she her hers herself",
    "they": "they them their theirs themselves",
    "it": "it its itself",
}
CLASS_OF = {word: name for name, words in CLASSES.items() for word in words.split()}
#: GUM's types of somebody or something that acts.
ACTING = frozenset(("person", "organization", "place"))
Record = dict[str, Any]


class Gold:
    """GUM's mentions of one document."""

    def __init__(self, record: Record) -> None:
        self.mentions: list[Record] = sorted(record["mentions"], key=lambda m: m["head"])
        self._heads = [m["head"][0] for m in self.mentions]
        named = {m["group"] for m in self.mentions if m["head_tag"] == "PROPN" and m["type"] in ACTING}
        first = {m["group"]: m["head"][0] for m in reversed(self.mentions) if m["head_tag"] != "PRON"}
        pronouns = [m for m in self.mentions if record["text"][slice(*m["head"])].lower() in CLASS_OF]
        self.asked = [(m, m["group"] in named) for m in pronouns if first.get(m["group"], m["head"][0]) < m["head"][0]]

    def group_at(self, start: int, end: int) -> int | str | None:
        """The group of the largest mention whose head stands in these words."""
        at = bisect_left(self._heads, start)
        inside = [m for m in self.mentions[at:] if m["head"][0] < end]
        best = max(inside, key=lambda m: m["span"][1] - m["span"][0], default=None)
        return None if best is None else best["group"]


def meant(entity: Entity, gold: Gold) -> int | str | None:
    """What an entity is in GUM: the thing that most of its nouns and names stand for."""
    groups = Counter(gold.group_at(*m.spans[-1]) for m in entity.mentions if m.form != "pronoun")
    groups.pop(None, None)
    return groups.most_common(1)[0][0] if groups else None


def check(record: Record, *, people: bool) -> list[tuple[str, str, Record, str]]:
    """(class, verdict, mention of GUM, what it was taken for) of every pronoun that is asked."""
    gold = Gold(record)
    (reading,) = read([Report(id=record["id"], text=record["text"])])
    entity_at = {m.spans[0][0]: e for e in reading.entities for m in e.mentions if m.form == "pronoun"}
    rows = []
    for mention, named in gold.asked:
        at = mention["head"][0]
        word = record["text"][slice(*mention["head"])].lower()
        if people and not named:
            continue
        entity = entity_at.get(at)
        right = entity is not None and meant(entity, gold) == mention["group"]
        verdict = "unresolved" if entity is None else "right" if right else "wrong"
        rows.append((CLASS_OF[word], verdict, mention, "" if entity is None else entity.name))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--people", action="store_true")
    parser.add_argument("--train", action="store_true")
    args = parser.parse_args()
    gold = GUM / f"gum_mentions_{'train' if args.train else 'dev'}.jsonl"
    counts: Counter[tuple[str, str]] = Counter()
    for line in gold.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        for name, verdict, mention, taken in check(record, people=args.people):
            counts[name, verdict] += 1
            if args.errors and verdict != "right":
                start, end = mention["head"]
                text = record["text"]
                around = f"{text[max(0, start - 260) : start]}[[{text[start:end]}]]{text[end : end + 60]}"
                print(f"{record['id']} {verdict}: {around}\n     taken for: {taken}")
    print(f"{'':9}{'right':>7}{'wrong':>7}{'unresolved':>12}")
    for name in CLASSES:
        print(f"{name:9}{counts[name, 'right']:7}{counts[name, 'wrong']:7}{counts[name, 'unresolved']:12}")


if __name__ == "__main__":
    main()
