"""Readers of the corpora that come as texts with character spans."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from sayso.codebook.nouns import load_nouns
from training.documents import Aligner, Document, Span, tag_spans
from training.labels import INCIDENT, KINDS, NOMINALS, ROLES, span_tags
from training.texts import read_text
from training.treebanks import read_jsonl

Record = dict[str, Any]
Marked = tuple[int, int, str]


def name_masks(
    words: list[str], names: list[tuple[int, int, int]], kinds: tuple[str, ...], known: set[str]
) -> np.ndarray[Any, Any]:
    """Allowed tags of each word as bit masks. Names are (first word, end, kind); kinds that are not `known` may be
    anywhere.

    A word outside of all names allows O and every tag of the kinds that the corpus does not mark; a place may be a
    facility where facilities are not marked and a word of its name says so.
    """
    free = sum(0b1111 << (1 + 4 * i) for i, kind in enumerate(kinds) if kind not in known)
    masks = np.full(len(words), 1 | free, np.int64)
    taken = np.zeros(len(words), bool)
    for first, end, kind in sorted(names, key=lambda s: (s[0] - s[1], s)):
        if taken[first:end].any():
            continue
        taken[first:end] = True
        allowed = [kind]
        if kinds[kind] == "place" and "facility" not in known and any(map(load_nouns().is_built, words[first:end])):
            allowed.append(kinds.index("facility"))
        for offset in range(end - first):
            masks[first + offset] = sum(1 << span_tags(end - first, k)[offset] for k in allowed)
    return masks


def read_names(path: Path) -> Iterator[Document]:
    """UNER, wikigold, re3d, CrossNER: names of the kinds that each corpus marks."""
    for record in read_jsonl(path):
        document, spans = read_text(record["id"], record["corpus"], record["text"])
        align = Aligner(spans)
        names = [(*w, KINDS.index(k)) for start, end, k in record["names"] if (w := align(start, end))]
        masks = name_masks(document.words, names, KINDS, set(record["types"]))
        for start, end in record["ignore"]:
            covered = align(start, end)
            if covered:
                inside = [i for i in range(*covered) if masks[i] & 1]
                masks[inside] = 0
        document.gold["names"][:] = masks
        yield document


def read_polnear(path: Path) -> Iterator[Document]:
    """PolNeAR: spans of source, cue and content, and which belong together."""
    for record in read_jsonl(path):
        document, spans = read_text(record["id"], "polnear", record["text"])
        align = Aligner(spans)
        found: dict[str, set[Span]] = {role: set() for role in ROLES}
        for attribution in record["attributions"]:
            words = {role: [w for s, e in attribution[role] if (w := align(s, e))] for role in ROLES}
            for role in ROLES:
                found[role].update(words[role])
            if words["cue"]:
                cue = words["cue"][0][0]
                document.sources.append((cue, words["source"][0][0] if words["source"] else -1))
                document.contents.extend((first, cue) for first, _ in words["content"])
        for role in ROLES:
            document.gold[role][:] = tag_spans(len(spans), [(a, b, 0) for a, b in found[role]])
        yield document


def read_predicates(path: Path) -> Iterator[Document]:
    """UW and MEANTIME: predicates with their certainty, which are event mentions too. UDS-IH2 is read with its
    treebank."""
    for record in read_jsonl(path):
        if record["corpus"] == "uds-ih2":
            continue
        document, spans = read_text(record["id"], record["corpus"], record["text"])
        align = Aligner(spans)
        words = [(w, p["label"]) for p in record["predicates"] if (w := align(*p["span"]))]
        for (first, _), label in words:
            document.gold["certainty"][first] = label
        document.gold["trigger"][:] = tag_spans(len(spans), [(a, b, 0) for (a, b), _ in words])
        yield document


def read_ecbplus(path: Path) -> Iterator[Document]:
    """ECB+: event mentions; sentences (lines) without any were not annotated and teach nothing."""
    for record in read_jsonl(path):
        document, spans = read_text(record["id"], "ecbplus", record["text"])
        align = Aligner(spans)
        found = {w for m in record["mentions"] for s, e in m["spans"] if (w := align(s, e))}
        tags = tag_spans(len(spans), [(a, b, 0) for a, b in found])
        for line in re.finditer(r"[^\n]+", record["text"]):
            words = align(line.start(), line.end())
            if words and tags[slice(*words)].any():
                document.gold["trigger"][slice(*words)] = tags[slice(*words)]
        if tags.any():
            yield document


def read_muc4(path: Path) -> Iterator[Document]:
    """MUC-4: every occurrence of the strings that fill an incident's roles."""
    for record in read_jsonl(path):
        document, spans = read_text(record["id"], "muc4", record["text"])
        align, lowered = Aligner(spans), record["text"].lower()
        found: set[tuple[int, int, int]] = set()
        for kind, role in enumerate(INCIDENT):
            for mention in {m for mentions in record["roles"].get(role, []) for m in mentions}:
                pattern = rf"(?<!\w){re.escape(mention.lower())}(?!\w)"
                found.update((*w, kind) for m in re.finditer(pattern, lowered) if (w := align(*m.span())))
        document.gold["incident"][:] = tag_spans(len(spans), found)
        yield document


def parse_brackets(line: str) -> tuple[str, list[Marked]]:
    """The plain text of a line marked as `[words](label)`, and its spans; spans may nest."""
    text: list[str] = []
    opened: list[int] = []
    found: list[Marked] = []
    at = length = 0
    while at < len(line):
        close = re.compile(r"\]\(([^()]*)\)").match(line, at)
        if line[at] == "[":
            opened.append(length)
            at += 1
        elif close and opened:
            found.append((opened.pop(), length, close.group(1)))
            at = close.end()
        else:
            text.append(line[at])
            length += 1
            at += 1
    return "".join(text), found


def annotated_lines(path: Path, part: str) -> list[str]:
    """Lines of an annotated file that are for training, or (every third one) for testing, or "all"."""
    lines = [
        line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")
    ]
    return [line for i, line in enumerate(lines) if part == "all" or (i % 3 == 2) == (part == "test")]


def read_pool(path: Path) -> dict[str, list[str]]:
    """Names by kind that may stand for each other."""
    pool: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if ":" in line and not line.startswith("#"):
            kind, names = line.split(":", 1)
            pool.setdefault(kind, []).extend(name.strip() for name in names.split(","))
    return pool


def swap_names(
    text: str, marked: list[Marked], pool: dict[str, list[str]], chance: random.Random
) -> tuple[str, list[Marked]]:
    """The sentence with its names replaced by others of their kinds, where the pool has any."""
    parts, moved = [], [0] * (len(text) + 1)
    at = shift = 0
    for start, end, kind in sorted(m for m in marked if m[2] in pool):
        if start < at:
            continue
        name = chance.choice(pool[kind])
        moved[at : start + 1] = [shift] * (start + 1 - at)
        moved[start + 1 : end] = [shift] * (end - start - 1)
        shift += len(name) - (end - start)
        parts += [text[at:start], name]
        moved[end] = shift
        at = end
    moved[at:] = [shift] * (len(text) + 1 - at)
    parts.append(text[at:])
    return "".join(parts), [(start + moved[start], end + moved[end], kind) for start, end, kind in marked]


def read_own_names(
    path: Path, variants: int = 0, pool: dict[str, list[str]] | None = None, part: str = "train"
) -> Iterator[Document]:
    """Our own sentences with all kinds of names and nominals; each also in so many variants with other names."""
    chance = random.Random(7)
    sentences = [parse_brackets(line) for line in annotated_lines(path, part)]
    names: dict[str, list[str]] = {kind: list(pool.get(kind, [])) for kind in KINDS} if pool else {}
    for text, marked in sentences:
        for start, end, kind in marked:
            if kind in names and not text.isupper() and not text.islower():
                names[kind].append(text[start:end])
    names = {kind: found for kind, found in names.items() if found}
    for number, (text, marked) in enumerate(sentences):
        yield _own_sentence(f"own-{number}", "own", text, marked)
        if not text.isupper() and not text.islower():
            for variant in range(variants):
                yield _own_sentence(f"own-{number}-{variant}", "own-swapped", *swap_names(text, marked, names, chance))


def _own_sentence(name: str, corpus: str, text: str, marked: list[Marked]) -> Document:
    document, spans = read_text(name, corpus, text)
    align = Aligner(spans)
    for head, kinds, sign in (("names", KINDS, ""), ("nominal", NOMINALS, "~")):
        labels = {sign + kind: i for i, kind in enumerate(kinds)}
        named = [(*w, labels[k]) for s, e, k in marked if k in labels and (w := align(s, e))]
        document.gold[head][:] = name_masks(document.words, named, kinds, set(kinds))
    return document


def read_own_events(path: Path, part: str = "train") -> Iterator[Document]:
    """Our own sentences with event triggers (`=TYPE` tags)."""
    for number, line in enumerate(annotated_lines(path, part)):
        text, marked = parse_brackets(line)
        document, spans = read_text(f"events-{part}-{number}", "own-events", text)
        align = Aligner(spans)
        found = [(*w, 0) for s, e, tags in marked if "=" in tags and (w := align(s, e))]
        document.gold["trigger"][:] = tag_spans(len(spans), found)
        yield document
