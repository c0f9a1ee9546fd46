"""The door: paths in, a report or an error for each input out."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from sayso.collect.html import reports_of_page
from sayso.collect.jsonl import reports_of_json, reports_of_lines
from sayso.collect.making import MAX_BYTES, Given, unreadable
from sayso.collect.text import reports_of_text
from sayso.errors import InputError, SaysoError
from sayso.model import Report

TEXT = frozenset({".txt", ".text", ".md", ""})
#: of these the first heading is the title
MARKED_UP = frozenset({".md"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
LINES = frozenset({".jsonl", ".ndjson"})
JSON = frozenset({".json"})
READ = (TEXT | PAGES | LINES | JSON) - {""}


def reports_from(
    inputs: Iterable[Report | SaysoError | str | Path],
    given: Given | None = None,
    passed: Callable[[Path], None] | None = None,
) -> Iterator[Report | SaysoError]:
    """Reports as they are; paths opened, folders with all that is in them, "-" as standard input.

    `passed` is told of each file in a folder that is of no kind that is read.
    """
    told = given or Given()
    for item in inputs:
        if isinstance(item, Report | SaysoError):
            yield item
        elif str(item) == "-":
            yield from _standard_input(sys.stdin.buffer, told)
        else:
            yield from _path(Path(item), told, passed or (lambda _: None))


def _path(path: Path, given: Given, passed: Callable[[Path], None]) -> Iterator[Report | InputError]:
    try:
        if path.is_dir():
            yield from _folder(path, given, passed)
        else:
            yield from _file(path, given)
    except FileNotFoundError:
        reason = "it is a link to a file that is not there" if path.is_symlink() else "there is no such file"
        yield unreadable(str(path), reason)
    except OSError as error:
        yield unreadable(str(path), (error.strerror or str(error)).lower())
    except ValueError as error:
        # a path with a NUL in it
        yield unreadable(repr(str(path)), str(error))


def _folder(folder: Path, given: Given, passed: Callable[[Path], None]) -> Iterator[Report | InputError]:
    """Every file of a kind that is read, in the order of their names; what is hidden is left alone."""
    inside = (path for path in folder.rglob("*") if not path.is_dir())
    files = sorted(path for path in inside if not any(p.startswith(".") for p in path.relative_to(folder).parts))
    if not any(path.suffix.lower() in READ for path in files):
        yield unreadable(str(folder), f"no file in it ends in {', '.join(sorted(READ))}")
        return
    for path in files:
        if path.suffix.lower() in READ:
            yield from _path(path, given, passed)
        else:
            passed(path)


def _file(path: Path, given: Given) -> Iterator[Report | InputError]:
    suffix, where = path.suffix.lower(), str(path)
    if suffix not in READ | {""}:
        yield unreadable(where, f"files that end in {suffix} are not read; those in {', '.join(sorted(READ))} are")
        return
    if not path.is_file() and not where.startswith("/dev/"):
        # a named pipe that nobody writes into would be waited for without end
        path.stat()
        yield unreadable(where, "it is no file but a pipe or a device; `-` reads standard input")
        return
    with path.open("rb") as file:
        if suffix in LINES:
            yield from reports_of_lines(file, given, where)
        else:
            yield from _whole(file, suffix, given, where)


def _whole(file: BinaryIO, suffix: str, given: Given, where: str) -> Iterator[Report | InputError]:
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        line = content.count(b"\n") + 1
        yield unreadable(where, f"it has more than {MAX_BYTES:,} bytes, which is too much for one report", line)
    elif suffix in PAGES:
        yield from reports_of_page(content, given, where)
    elif suffix in JSON:
        yield from reports_of_json(content, given, where)
    else:
        yield from reports_of_text(content, given, where, marked_up=suffix in MARKED_UP)


def _standard_input(stdin: BinaryIO, given: Given) -> Iterator[Report | InputError]:
    """JSON lines if it starts with "{", a web page if it starts with one's first tag, else plain text."""
    where, reader = "standard input", io.BufferedReader(stdin)  # type: ignore[type-var]
    head = reader.peek(1024)[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"{"):
        yield from reports_of_lines(reader, given, where)
    else:
        suffix = ".html" if head.startswith((b"<!doctype", b"<html")) else ".txt"
        yield from _whole(reader, suffix, given, where)
    reader.detach()
