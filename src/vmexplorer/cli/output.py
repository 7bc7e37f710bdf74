"""Writes results to standard output: lines, aligned columns and JSON."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

from vmexplorer.errors import VmexplorerError

_GAP = "  "
_NARROWEST = 6
_PAGE = 100


def speak_utf8() -> None:
    """Makes both output streams UTF-8, whatever the system's language."""
    for stream in (sys.stdout, sys.stderr):
        # Without a console, as under pythonw on Windows, there are no streams.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write_lines(lines: Iterable[str]) -> None:
    """Writes lines of plain text; characters that could steer the terminal are shown as escapes.

    Raises:
        BrokenPipeError: the reader has gone.
        VmexplorerError: the output cannot be written.
    """
    _write("".join([f"{harmless(line)}\n" for line in lines]))


def write_part(text: str) -> None:
    """Writes the beginning of a line, such as a prompt; raises as ``write_lines``."""
    _write(harmless(text))


def write_json(value: Any) -> None:
    """Writes a value as indented JSON; raises as ``write_lines``."""
    _write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def write_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Writes aligned columns, cut to the width of the terminal if there is one; raises as ``write_lines``."""
    cells = [list(heads), *([" ".join(cell.split()) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    room = terminal_width()
    if room is not None:
        widths = _fitted(widths, room - len(_GAP) * (len(heads) - 1))
    write_lines(
        _GAP.join([_cut(cell, width).ljust(width) for cell, width in zip(row, widths, strict=True)]).rstrip()
        for row in cells
    )


def terminal_width() -> int | None:
    """The columns of the terminal, or what COLUMNS says; None when the output goes to a file or another program."""
    return shutil.get_terminal_size((0, 0)).columns or None


def page_width() -> int:
    """The width in columns to which running text is wrapped."""
    return max(20, min(terminal_width() or _PAGE, _PAGE))


def harmless(text: str) -> str:
    """The text with every character that is not for printing written as an escape."""
    if text.isprintable():
        return text
    return "".join([letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text])


def finish() -> None:
    """Sends out what is still held back; raises as ``write_lines``."""
    _guarded(None)


def give_up() -> None:
    """Lets go of an output that is broken, so that the interpreter does not complain about it at its end."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(text: str) -> None:
    _guarded(text)


def _guarded(text: str | None) -> None:
    if sys.stdout is None:
        return
    try:
        if text is None:
            sys.stdout.flush()
        else:
            sys.stdout.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        give_up()
        raise VmexplorerError(f"the output cannot be written: {error.strerror}") from error


def _fitted(widths: Sequence[int], room: int) -> list[int]:
    """Widths that fit into the room: the widest column gives way first, and none becomes unreadable."""
    fitted = list(widths)
    while sum(fitted) > room:
        widest = fitted.index(max(fitted))
        if fitted[widest] <= _NARROWEST:
            break
        fitted[widest] -= 1
    return fitted


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
