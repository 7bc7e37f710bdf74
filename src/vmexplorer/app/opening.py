"""The opening picture: the home view at rest as it was last shown, kept ready for the next start.

Reading it takes a fraction of reading the pack, so the map is on the screen at once and
everything else follows. It is used only while no file of the pack or of the program that it
depends on has changed.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from vmexplorer import __version__
from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing import geometry, layout
from vmexplorer.drawing.wire import Wire
from vmexplorer.stage.state import StageState


class Opening(NamedTuple):
    """The window's title and the picture."""

    title: str
    state: StageState


def read_opening(file: Path, pack: Path) -> Opening | None:
    """The opening picture of a pack; None when there is none or it may be out of date."""
    try:
        head, body = file.read_bytes().split(b"\n", 1)
        if int(head, 16) != crc32(body):
            return None
        found = json.loads(body)
        if found["stamp"] != stamp(pack):
            return None
        return Opening(found["title"], _state(found))
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None


def write_opening(file: Path, pack: Path, opening: Opening) -> None:
    """Keeps a picture for the next start; a folder that cannot be written is no error."""
    state = opening.state
    with suppress(OSError):
        data = {
            "stamp": stamp(pack),
            "title": opening.title,
            "layout": state.layout,
            "rest": [_flat(wire) for wire in state.rest],
            "spine": [state.rest.index(wire) for wire in state.spine],
        }
        body = json.dumps(data).encode()
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(f".{os.getpid()}")
        try:
            fresh.write_bytes(b"%08x\n" % crc32(body) + body)
            fresh.replace(file)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise


def stamp(pack: Path) -> list[str]:
    """What the picture depends on: version, and name, size and time of every file concerned."""
    code = Path(__file__).resolve().parents[1]
    folders = [pack, *(pack / name for name in ("components", "flows", "views"))]
    folders += [code / name for name in ("atlas", "drawing", "stage", "app")]
    said = [__version__]
    for folder in folders:
        with os.scandir(folder) as entries:
            files = sorted((entry.name, entry.stat()) for entry in entries if entry.is_file())
        said.append(str(folder))
        said += [f"{name} {status.st_size} {status.st_mtime_ns}" for name, status in files]
    return said


def _flat(wire: Wire) -> list[Any]:
    return [wire.source, wire.target, wire.links, wire.path.points]


def _state(found: dict[str, Any]) -> StageState:
    """The picture from plain lists."""
    view, era, width, height, zones, cards = found["layout"]
    placed = layout.Layout(view, era, width, height, tuple(map(_zone, zones)), tuple(map(_card, cards)))
    rest = tuple(
        Wire(source, target, tuple(links), geometry.Path([geometry.Point(*point) for point in points]))
        for source, target, links, points in found["rest"]
    )
    return StageState(placed, rest, tuple(rest[index] for index in found["spine"]))


def _zone(data: list[Any]) -> layout.ZoneBox:
    zone = layout.ZoneBox(*data)
    kind = Kind(zone.kind) if zone.kind else None
    return zone._replace(kind=kind, rect=geometry.Rect(*zone.rect), title_rect=geometry.Rect(*zone.title_rect))


def _card(data: list[Any]) -> layout.CardBox:
    card = layout.CardBox(*data)
    return card._replace(kind=Kind(card.kind), style=CardStyle(card.style), rect=geometry.Rect(*card.rect))
