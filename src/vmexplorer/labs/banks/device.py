"""The boot device as a bar: how wide each area is drawn, and which of them are drawn wider than they are."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.atlas.system_image import Area, DiskLayout

_MEGABYTES = 1024


class Stretch(NamedTuple):
    """One area of the bar; ``start`` and ``width`` have the unit of the bar, ``size`` is in MB.

    ``widened`` says that it is drawn wider than its share, because it could not be seen otherwise.
    """

    area: Area
    size: float
    start: float
    width: float
    widened: bool


def stretches(layout: DiskLayout, width: float, least: float) -> tuple[Stretch, ...]:
    """Lays the areas out to scale; what would be too narrow gets the least width, and the others give way.

    Args:
        layout: the areas in their order.
        width: the width of the bar.
        least: the narrowest that an area may be drawn; all areas together must fit.
    """
    known = sum(area.size for area in layout.areas if area.size is not None)
    sizes = [layout.medium - known if area.size is None else area.size for area in layout.areas]
    widened: set[int] = set()
    while True:
        left = width - least * len(widened)
        shared = sum(size for place, size in enumerate(sizes) if place not in widened)
        scale = left / shared if shared > 0 else 0.0
        # One area that is widened narrows the others, so that a further one may become too narrow.
        narrow = {place for place, size in enumerate(sizes) if place not in widened and size * scale < least}
        if not narrow:
            break
        widened |= narrow
    found: list[Stretch] = []
    start = 0.0
    for place, (area, size) in enumerate(zip(layout.areas, sizes, strict=True)):
        wide = least if place in widened else size * scale
        found.append(Stretch(area, size, start, wide, place in widened))
        start += wide
    return tuple(found)


def size_text(megabytes: float) -> str:
    """A size as people say it, such as ``250 MB`` or ``2.5 GB``."""
    if megabytes < _MEGABYTES:
        return f"{megabytes:.0f} MB"
    return f"{round(megabytes / _MEGABYTES, 1):g} GB"
