"""Bytes to text: UTF-8, or the UTF-16 and UTF-32 that say so in their first bytes. Nothing is guessed."""

from __future__ import annotations

import codecs
import re

#: the longest first: the mark of UTF-32 starts with that of UTF-16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")


class NotTextError(ValueError):
    """The bytes are no text; `str()` says why, `line` where (from 1, or None)."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.line = line


def decode(content: bytes) -> str:
    """The text of these bytes, without its byte order mark; line ends stay as they are. Raises `NotTextError`."""
    encoding = "utf-8"
    for mark, name in _MARKS:
        if content.startswith(mark):
            content, encoding = content[len(mark) :], name
            break
    else:
        if b"\0" in content:
            raise NotTextError("it is binary, not text")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotTextError(
            f"it is not {encoding.upper()} (byte 0x{content[error.start]:02x} at {error.start}); save it as UTF-8", line
        ) from error
    check_characters(text)
    return text


def check_characters(text: str) -> None:
    """Raises `NotTextError` for characters that no text has: halves of surrogate pairs, and NUL."""
    found = _NO_CHARACTER.search(text)
    if found is None:
        return
    what = "a NUL" if found[0] == "\0" else f"half of a surrogate pair, U+{ord(found[0]):04X},"
    raise NotTextError(f"it holds {what} at character {found.start()}")
