"""Every error that sayso raises on purpose::

    SaysoError
    ├── InputError            a report cannot be read: names the file, the line and the reason
    ├── UsageError            the call itself is wrong: an option, a query, a codebook path
    ├── CodebookError         a codebook is not well formed, or one of its examples fails
    ├── ModelError            the language model's weights are missing or damaged
    ├── GazetteerError        the compiled gazetteer is missing or damaged
    └── PictureError          the picture cannot be opened, read or written
        ├── SchemaError       the file is no picture, or one of another schema version
        ├── UnknownIdError    no report, record or linked event of the picture has that id
        └── WordsError        a record whose words are not the report's words at its spans

The command line prints them as one line, `sayso: …`, and exits with `exit_code`: 2 for usage, 1 for data.
"""

from __future__ import annotations

__all__ = [
    "CodebookError",
    "GazetteerError",
    "InputError",
    "ModelError",
    "PictureError",
    "SaysoError",
    "SchemaError",
    "UnknownIdError",
    "UsageError",
    "WordsError",
]


class SaysoError(Exception):
    """The base of all of them; `str(error)` names the thing, the reason and the way out, `problem` the first two."""

    exit_code = 1

    def __init__(self, problem: str = "", way_out: str = "") -> None:
        super().__init__(f"{problem}; {way_out}" if way_out else problem)
        #: for who is not at a command line
        self.problem = problem


class InputError(SaysoError):
    """A report cannot be read."""


class UsageError(SaysoError):
    """The call itself is wrong."""

    exit_code = 2


class CodebookError(SaysoError):
    """A codebook is not well formed, or one of its examples fails."""


class ModelError(SaysoError):
    """The language model's weights are missing or damaged."""


class GazetteerError(SaysoError):
    """The compiled gazetteer is missing or damaged."""


class PictureError(SaysoError):
    """The picture cannot be opened, read or written."""


class SchemaError(PictureError):
    """The file is no picture, or one of another schema version."""


class UnknownIdError(PictureError):
    """No report, record or linked event of the picture has that id."""


class WordsError(PictureError):
    """A record whose words are not the report's words at its spans."""
