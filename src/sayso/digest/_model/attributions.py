"""Who said what: linking the spans of sources, cues and contents into attributions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.digest._model.decode import Spans

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Range = tuple[int, int]
#: Longest link, in words. Of PolNeAR's links, 99.9 % are shorter.
FARTHEST = 160
_FORBIDDEN = np.float32(-1e9)


@dataclass
class Attribution:
    """One statement: word ranges [first, end) of each role, and how sure its cue and links are (0 to 1)."""

    source: list[Range] = field(default_factory=list)
    cue: list[Range] = field(default_factory=list)
    content: list[Range] = field(default_factory=list)
    score: float = 0.0

    @property
    def first(self) -> int:
        """Where its first span begins."""
        return min(first for first, _ in self.source + self.cue + self.content)

    def moved(self, by: int) -> Attribution:
        """The same, so many words further on."""
        source, cue, content = (
            [(first + by, end + by) for first, end in role] for role in (self.source, self.cue, self.content)
        )
        return Attribution(source=source, cue=cue, content=content, score=self.score)


def link(spans: Mapping[str, Spans], vectors: Mapping[str, Floats], report_of: Ints) -> list[Attribution]:
    """Attributions in the order of their first words.

    `spans` of "source", "cue", "content"; `vectors` (words, size) of the link heads; `report_of` the report of each
    word.
    Each cue takes at most one source, each content at most one cue; a content without a cue stands alone.
    """
    source, cue, content = spans["source"], spans["cue"], spans["content"]
    found = [Attribution(cue=[_range(cue, i)], score=float(cue.score[i])) for i in range(len(cue))]
    best, sure = _choose(
        vectors["cue_to_source"][cue.first], vectors["none_cue_to_source"][cue.first],
        vectors["source_of_cue"][source.first], _near(cue, source, report_of),
    )  # fmt: skip
    for i, chosen in enumerate(best):
        if chosen >= 0:
            found[i].source.append(_range(source, chosen))
            found[i].score *= float(sure[i])
    best, sure = _choose(
        vectors["content_to_cue"][content.first], vectors["none_content_to_cue"][content.first],
        vectors["cue_of_content"][cue.first], _near(content, cue, report_of),
    )  # fmt: skip
    for i, chosen in enumerate(best):
        if chosen >= 0:
            found[chosen].content.append(_range(content, i))
            found[chosen].score *= float(sure[i])
        else:
            found.append(Attribution(content=[_range(content, i)], score=float(content.score[i])))
    return sorted(found, key=lambda attribution: attribution.first)


def _choose(asking: Floats, none: Floats, answering: Floats, allowed: NDArray[np.bool_]) -> tuple[Ints, Floats]:
    """For each asking vector the best allowed answer, or -1, and its probability."""
    scores = np.where(allowed, asking @ answering.T, _FORBIDDEN)
    scores = np.concatenate([none, scores], 1)
    best = scores.argmax(1)
    total = np.exp(scores - scores.max(1, keepdims=True)).sum(1)
    return best - 1, (1 / total).astype(np.float32)


def _near(asking: Spans, answering: Spans, report_of: Ints) -> NDArray[np.bool_]:
    distance = np.abs(asking.first[:, None] - answering.first[None, :])
    same = report_of[asking.first][:, None] == report_of[answering.first][None, :]
    return np.asarray((distance <= FARTHEST) & same)


def _range(spans: Spans, i: int) -> Range:
    return int(spans.first[i]), int(spans.end[i])
