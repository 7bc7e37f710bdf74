"""What lies under a point of the scene: a card, a line, or a frame that stands for something."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vmexplorer.drawing.geometry import Path, Point
from vmexplorer.drawing.layout import CardBox
from vmexplorer.stage.camera import Camera
from vmexplorer.stage.state import StageState

_MESSAGE_REACH = 26.0  # window units around a message in which a click means it


class Hit(NamedTuple):
    """The component and box, or the links, under a point; all empty over the background.

    ``message`` when a message under way lies above them.
    """

    component: str = ""
    box: str = ""
    links: tuple[str, ...] = ()
    message: bool = False


def hit_at(state: StageState, place: Point, reach: float) -> Hit:
    """Looks for a card, then a resting line within ``reach`` scene units, then a frame."""
    box = state.layout.box_at(place)
    if isinstance(box, CardBox):
        return Hit(box.component, box.id)
    near = [(_distance(wire.path, place), wire.links) for wire in state.rest]
    distance, links = min(near, default=(reach, ()))
    if distance < reach and links:
        return Hit(links=links)
    return Hit(box.component or "", box.id) if box is not None else Hit()


def message_at(state: StageState, camera: Camera, place: Point) -> bool:
    """Whether a message under way is at a place of the window."""
    for token in state.tokens:
        at = camera.to_window(token.path.at(token.progress)[0])
        if abs(at.x - place.x) + abs(at.y - place.y) < _MESSAGE_REACH:
            return True
    return False


def _distance(path: Path, place: Point) -> float:
    """From a point to the nearest piece of a path."""
    return min(_to_pieces(path, place))


def _to_pieces(path: Path, place: Point) -> Iterable[float]:
    for start, end in path.segments():
        x = min(max(place.x, min(start.x, end.x)), max(start.x, end.x))
        y = min(max(place.y, min(start.y, end.y)), max(start.y, end.y))
        yield ((place.x - x) ** 2 + (place.y - y) ** 2) ** 0.5
