"""The opening picture: the map as the window opens with it, painted last time and kept for the next.

It is the largest tile of all: reading it takes a fraction of painting it, so the map is on
the screen at once and everything else follows. It is used only while no file of the pack or
of the program that it depends on has changed.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from vmexplorer import __version__, resources

_DEPTH = 4  # bytes of a pixel


class Opening(NamedTuple):
    """The window's title and the picture: ``width`` times ``height`` pixels of four bytes, blue first, by rows."""

    title: str
    theme: str
    width: int
    height: int
    pixels: bytes


def read_opening(file: Path, pack: Path, theme: str) -> Opening | None:
    """The opening picture of a pack in a theme; None when there is none or it may be out of date."""
    try:
        head, pixels = file.read_bytes().split(b"\n", 1)
        found = json.loads(head)
        if found["stamp"] != stamp(pack) or found["theme"] != theme or found["sum"] != crc32(pixels):
            return None
        opening = Opening(found["title"], theme, found["width"], found["height"], pixels)
        return opening if len(pixels) == opening.width * opening.height * _DEPTH else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def write_opening(file: Path, pack: Path, opening: Opening) -> None:
    """Keeps a picture for the next start; a folder that cannot be written is no error."""
    with suppress(OSError):
        head = {
            "stamp": stamp(pack),
            "title": opening.title,
            "theme": opening.theme,
            "width": opening.width,
            "height": opening.height,
            "sum": crc32(opening.pixels),
        }
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(f".{os.getpid()}")
        try:
            fresh.write_bytes(json.dumps(head).encode() + b"\n" + opening.pixels)
            fresh.replace(file)
        finally:
            fresh.unlink(missing_ok=True)


def stamp(pack: Path) -> list[str]:
    """What the picture depends on: version, and name, size and time of every file concerned."""
    code = Path(__file__).resolve().parents[1]
    folders = [pack, *(pack / name for name in ("components", "flows", "views"))]
    folders += [code / name for name in ("atlas", "drawing", "stage", "ui/canvas")]
    folders += [resources.root() / name for name in ("themes", "icons", "fonts")]
    said = [__version__]
    for folder in folders:
        with os.scandir(folder) as entries:
            files = sorted((entry.name, entry.stat()) for entry in entries if entry.is_file())
        said.append(str(folder))
        said += [f"{name} {status.st_size} {status.st_mtime_ns}" for name, status in files]
    return said
