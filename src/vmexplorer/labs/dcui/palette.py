"""The colours of the console: one pair for each shade, the same in every theme of the program."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from vmexplorer import resources
from vmexplorer.errors import PackError, Problem, nearest
from vmexplorer.labs.dcui.cells import Shade

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_PARTS = ("ink", "ground")


class Colours(NamedTuple):
    """The colour of letters and of what is behind them, as ``#rrggbb``."""

    ink: str
    ground: str


def palette_file() -> Path:
    """The shipped palette."""
    return resources.root() / "console" / "palette.json"


def read_palette(path: Path) -> Mapping[Shade, Colours]:
    """The colours of every shade.

    Raises:
        PackError: with one problem for each shade that is missing, unknown or malformed.
    """
    data = resources.json_object(path, "a pair of colours for each shade")
    problems = [_unknown(path.name, str(key)) for key in data if key not in set(Shade)]
    found: dict[Shade, Colours] = {}
    for shade in Shade:
        pair = data.get(shade.value)
        colours = [str(pair.get(part)) for part in _PARTS] if isinstance(pair, dict) else []
        if colours and all(_COLOUR.fullmatch(colour) for colour in colours):
            found[shade] = Colours(*colours)
        else:
            text = "is missing" if pair is None else 'is not a pair such as {"ink": "#FFFFFF", "ground": "#555555"}'
            problems.append(Problem(path.name, None, shade.value, text))
    if problems:
        raise PackError(problems)
    return found


def _unknown(file: str, key: str) -> Problem:
    close = nearest(key, [shade.value for shade in Shade])
    return Problem(file, None, key, "is not a shade of the console", f"the nearest is {close!r}" if close else "")
