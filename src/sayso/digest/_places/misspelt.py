"""Names that are all but the name of some place."""

from __future__ import annotations


def is_misspelt(name: str, own: str) -> bool:
    """Whether one letter of a folded name is another, more or less than in the folded name of the place."""
    one, other = sorted((name, own), key=len)
    if len(other) - len(one) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one[same + (len(one) == len(other)) :] == other[same + 1 :]
