"""A wire: one drawn line between two boxes."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.drawing.geometry import Path


class Wire(NamedTuple):
    """A drawn line between two boxes and the links that run along it.

    A link that passes through the front door has one wire before and one behind it.
    """

    source: str
    target: str
    links: tuple[str, ...]
    path: Path
