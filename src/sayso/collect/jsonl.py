"""JSON lines: one report a line, `{"id", "url", "title", "outlet", "published", "text"}`; all but text may be null."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from sayso.collect.making import MAX_BYTES, Given, Parts, make_report, unreadable
from sayso.errors import InputError
from sayso.model import Report

_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


class Line(msgspec.Struct, frozen=True):
    """One line as it is given; other fields may stand in it and are not read."""

    text: str
    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None


def reports_of_lines(lines: BinaryIO, given: Given, where: str) -> Iterator[Report | InputError]:
    """A report or an error for every line that is not blank."""
    number, any_line = 0, False
    while line := lines.readline(MAX_BYTES + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = lines.readline(MAX_BYTES)
            any_line = True
            yield unreadable(where, f"it is longer than {MAX_BYTES:,} bytes", number)
        elif line.strip():
            any_line = True
            yield _report(line, given, where, number)
    if not any_line:
        yield unreadable(where, "it is empty")


def reports_of_json(content: bytes, given: Given, where: str) -> Iterator[Report | InputError]:
    """A whole file that is one JSON value: one report, or a list of them."""
    content = content.removeprefix(b"\xef\xbb\xbf")
    if not content.strip():
        yield unreadable(where, "it is empty")
        return
    if not content.lstrip().startswith(b"["):
        yield _report(content, given, where, None)
        return
    try:
        items = msgspec.json.decode(content, type=list[msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        yield unreadable(where, _reason(error, content))
        return
    if not items:
        yield unreadable(where, "it is a list of no reports")
    for number, item in enumerate(items, start=1):
        yield _report(bytes(item), given, f"{where} item {number}", None)


def _report(line: bytes, given: Given, where: str, number: int | None) -> Report | InputError:
    try:
        read = msgspec.json.decode(line, type=Line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return unreadable(where, _reason(error, line), number)
    parts = Parts(
        text=read.text,
        given_id=None if read.id is None else str(read.id),
        url=read.url,
        outlet=read.outlet,
        title=read.title,
        byline=read.byline,
        published=read.published,
    )
    try:
        return make_report(parts, given, "jsonl", where, number)
    except InputError as error:
        return error


def _reason(error: Exception, line: bytes) -> str:
    """Why a line is no report, in words that help to mend it."""
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if isinstance(error, UnicodeDecodeError):
        return f"it is not UTF-8 (byte 0x{line[error.start]:02x} at {error.start})"
    if isinstance(error, msgspec.ValidationError):
        return _wrong_field(str(error))
    if _SURROGATE.search(line) and "surrogate" in str(error) + ("surrogate" if "truncated" in str(error) else ""):
        return "it holds half of a surrogate pair, which is no character"
    return f"it is not JSON ({str(error).removeprefix('JSON is malformed: ')})"


def _wrong_field(told: str) -> str:
    """msgspec's "Expected `str`, got `int` - at `$.text`" in our words."""
    missing = re.search(r"missing required field `(\w+)`", told)
    if missing:
        return f'"{missing[1]}" is missing'
    wrong = re.match(r"Expected `(.+?)`, got `(.+?)`(?: - at `\$\.(\w+)`)?", told)
    if wrong and wrong[3]:
        kinds = {"str": "a string", "str | null": "a string or null", "int | str | null": "a string, a number or null"}
        return f'"{wrong[3]}" is {_a(wrong[2])}, not {kinds.get(wrong[1], wrong[1])}'
    return f"it is {_a(wrong[2])}, not a JSON object" if wrong else told


def _a(kind: str) -> str:
    names = {"int": "a number", "float": "a number", "bool": "true or false", "array": "a list", "str": "a string",
             "object": "an object", "null": "null"}  # fmt: skip
    return names.get(kind, kind)
