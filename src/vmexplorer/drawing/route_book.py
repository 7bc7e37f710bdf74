"""Routes found before, kept in a file so that the first picture does not wait for the search.

Each entry is found by a fingerprint of everything the routes depend on, so an entry is
either right or not there.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import blake2b
from math import isfinite
from pathlib import Path as FilePath
from tempfile import NamedTemporaryFile

from vmexplorer.drawing.geometry import Path, Point
from vmexplorer.drawing.layout import Layout

Legs = dict[tuple[str, str], list[str]]  # the links that run between two boxes, by box ids
_MOST = 200  # entries; a pack of ten views in seven eras has seventy


class RouteBook:
    """Paths by fingerprint; a file that is missing or damaged is an empty book."""

    def __init__(self, file: FilePath | None) -> None:
        self._file = file
        self._entries: dict[str, list[list[float]]] = {}
        self._changed = False
        if file is not None:
            self._entries = _read(file)

    def paths(self, key: str) -> list[Path] | None:
        """The paths kept under a fingerprint."""
        flat = self._entries.get(key)
        if not isinstance(flat, list) or not all(_is_path(one) for one in flat):
            return None
        return [Path([Point(x, y) for x, y in zip(one[::2], one[1::2], strict=True)]) for one in flat]

    def keep(self, key: str, paths: list[Path]) -> None:
        """Keeps paths under a fingerprint."""
        self._entries[key] = [[value for point in path.points for value in point] for path in paths]
        self._changed = True

    def save(self) -> None:
        """Writes the book when it has changed; without a place to write it stays in memory."""
        if self._file is None or not self._changed:
            return
        newest = dict(list(self._entries.items())[-_MOST:])
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            _write(self._file, json.dumps(newest))
        self._changed = False


def fingerprint(layout: Layout, legs: Legs) -> str:
    """A name for the routes of these legs on this layout, by the router as it is now."""
    boxes = [(box.id, tuple(box.rect)) for box in layout.boxes]
    captions = [tuple(zone.title_rect) for zone in layout.zones]
    said = repr((layout.width, layout.height, boxes, captions, list(legs.items()), _router_age()))
    return blake2b(said.encode(), digest_size=12).hexdigest()


def _router_age() -> list[int]:
    """When the modules that find routes were last changed."""
    here = FilePath(__file__).parent
    return [(here / name).stat().st_mtime_ns for name in ("routing.py", "ports.py", "wiring.py", "geometry.py")]


def _read(file: FilePath) -> dict[str, list[list[float]]]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_path(flat: object) -> bool:
    """Whether this is what ``keep`` writes for a path: x and y by turns, of two points or more."""
    if not isinstance(flat, list) or len(flat) < 4 or len(flat) % 2:
        return False
    return all(isinstance(value, int | float) and isfinite(value) for value in flat)


def _write(file: FilePath, text: str) -> None:
    """All or nothing: a reader never sees half a file."""
    with NamedTemporaryFile("w", dir=file.parent, prefix=file.stem, delete=False, encoding="utf-8") as half:
        half.write(text)
    try:
        os.replace(half.name, file)
    except OSError:
        os.unlink(half.name)
        raise
