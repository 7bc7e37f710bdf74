"""The camera: which part of the scene the window shows, and how it moves there."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.drawing.geometry import Point, Rect
from vmexplorer.playback.easing import ease_in_out_cubic

MARGIN = 12.0  # free border around a fitted scene, in window units
_SMALLEST_OF_FIT = 0.6
_LARGEST = 4.0
_KEPT = 120.0  # at least so much of the scene stays in the window


class Camera(NamedTuple):
    """Window place = scene place times ``scale`` plus the offset, in window units."""

    scale: float
    x: float
    y: float

    def to_scene(self, place: Point) -> Point:
        """The scene place under a window place."""
        return Point((place.x - self.x) / self.scale, (place.y - self.y) / self.scale)

    def to_window(self, place: Point) -> Point:
        """Where a scene place is in the window."""
        return Point(place.x * self.scale + self.x, place.y * self.scale + self.y)

    def moved(self, dx: float, dy: float) -> Camera:
        """The camera with the picture shifted by so many window units."""
        return self._replace(x=self.x + dx, y=self.y + dy)

    def seen(self, width: float, height: float) -> Rect:
        """The part of the scene that a window of this size shows."""
        corner = self.to_scene(Point(0.0, 0.0))
        return Rect(corner.x, corner.y, width / self.scale, height / self.scale)


def fit(area: Rect, width: float, height: float, margin: float = MARGIN, largest: float = _LARGEST) -> Camera:
    """The camera that shows an area of the scene as large as possible in the middle of a window."""
    room_x, room_y = max(1.0, width - 2 * margin), max(1.0, height - 2 * margin)
    scale = min(room_x / area.width, room_y / area.height, largest)
    middle = area.centre
    return Camera(scale, width / 2 - middle.x * scale, height / 2 - middle.y * scale)


def seen_with(area: Rect, scene: Rect, aspect: float, narrowest: float = 0.0) -> Rect:
    """What a picture shows that takes an area in as large as possible, with as much of the scene as fits beside it.

    Args:
        area: a part of the scene.
        scene: the whole scene.
        aspect: width of the picture divided by its height.
        narrowest: the width that it shows at least, in scene units.
    """
    width = max(area.width, area.height * aspect, narrowest)
    height = width / aspect
    left = _along(area.x, area.right, scene.right, width)
    return Rect(left, _along(area.y, area.bottom, scene.bottom, height), width, height)


def _along(start: float, end: float, whole: float, length: float) -> float:
    """Where a stretch begins that has another in its middle, or as near to that as the scene allows."""
    if length >= whole:
        return (whole - length) / 2
    middle = (start + end - length) / 2
    # The area may reach over the border of the scene by the room that is left around it.
    return min(max(middle, min(0.0, start)), max(whole, end) - length)


def zoomed(camera: Camera, factor: float, anchor: Point, scene: Rect, width: float, height: float) -> Camera:
    """The camera after zooming by a factor; the scene place under ``anchor`` stays there."""
    smallest = fit(scene, width, height).scale * _SMALLEST_OF_FIT
    scale = min(max(camera.scale * factor, smallest), max(_LARGEST, smallest))
    held = camera.to_scene(anchor)
    return Camera(scale, anchor.x - held.x * scale, anchor.y - held.y * scale)


def kept_inside(camera: Camera, scene: Rect, width: float, height: float) -> Camera:
    """The camera moved as little as needed so that the scene cannot be lost."""
    left, top = camera.to_window(Point(scene.x, scene.y))
    right, bottom = camera.to_window(Point(scene.right, scene.bottom))
    # In a window too small for that, the scene reaches at least the middle.
    across, down = min(_KEPT, width / 2), min(_KEPT, height / 2)
    dx = min(0.0, width - across - left) or max(0.0, across - right)
    dy = min(0.0, height - down - top) or max(0.0, down - bottom)
    return camera.moved(dx, dy)


def between(start: Camera, end: Camera, share: float, width: float, height: float) -> Camera:
    """The camera on its way: middle and scale move together, eased; exactly the given ones at both ends."""
    if share <= 0.0 or share >= 1.0:
        return start if share <= 0.0 else end
    done = ease_in_out_cubic(share)
    scale = start.scale * (end.scale / start.scale) ** done
    middle = Point(width / 2, height / 2)
    a, b = start.to_scene(middle), end.to_scene(middle)
    x, y = a.x + (b.x - a.x) * done, a.y + (b.y - a.y) * done
    return Camera(scale, middle.x - x * scale, middle.y - y * scale)
