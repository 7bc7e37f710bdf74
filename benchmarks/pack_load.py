"""Loading the shipped pack from its prepared copy, against reading the same bytes as JSON."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from benchmarks.figure import Figure, taken_in_turns
from vmexplorer import resources
from vmexplorer.atlas.loading import load

LIMIT = 12.0


def figures() -> list[Figure]:
    """The warm load, and the cold one for information against the warm."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        load(resources.pack(), cache)
        text = max(cache.iterdir(), key=_size).read_bytes().split(b"\n", 1)[1]
        warm, parse = taken_in_turns(lambda: load(resources.pack(), cache), lambda: json.loads(text), 15)
        cold, again = taken_in_turns(lambda: load(resources.pack()), lambda: load(resources.pack(), cache), 3)
    return [
        Figure("pack load, warm / parsing as much JSON", warm, parse, LIMIT),
        Figure("pack load, cold with all checks / warm", cold, again, 40.0),
    ]


def _size(file: Path) -> int:
    return file.stat().st_size
