"""One of two flows that are compared: drawn on its view and laid beside the rows of the comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.flow import Flow, Step
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import Layout, ZoneBox
from vmexplorer.drawing.wiring import Box, Wiring
from vmexplorer.stage.labels import label_place, label_size
from vmexplorer.stage.projection import Hop, project

_TOKEN = 21.0  # size of a message in scene units when the map has half a window


@dataclass(frozen=True, slots=True)
class ComparedFlow:
    """A flow as drawn, row by row.

    ``places`` gives for each row the place of its hop, None where this flow has a gap;
    ``before`` how many hops are complete when the row begins.
    """

    flow: Flow
    wiring: Wiring
    hops: tuple[Hop, ...]
    places: tuple[int | None, ...]
    before: tuple[int, ...]

    @classmethod
    def of(cls, atlas: Atlas, flow: Flow, column: Sequence[Step | None], wiring: Wiring) -> ComparedFlow:
        """Draws a flow.

        Args:
            atlas: where the names and kinds of senders come from.
            flow: what is told.
            column: its step in each row of the comparison, None for a gap.
            wiring: the paths of its view.
        """
        steps = [step for step in column if step is not None]
        before = tuple(sum(step is not None for step in column[:row]) for row in range(len(column)))
        places = tuple(count if step else None for count, step in zip(before, column, strict=True))
        hops = tuple(_labelled_large(hop, wiring.layout) for hop in project(steps, wiring, atlas))
        return cls(flow, wiring, hops, places, before)

    def hop(self, row: int) -> Hop | None:
        """The hop of a row; None for a gap."""
        place = self.places[row]
        return None if place is None else self.hops[place]

    def area(self) -> Rect:
        """Around everything that takes part; of a frame only its caption and where its lines end."""
        boxes = {box.id: box for box in self.wiring.layout.boxes}
        ends = dict.fromkeys(end for hop in self.hops for end in (hop.source, hop.target) if end)
        points = [point for hop in self.hops if hop.path for point in hop.path.points]
        rects = [_speaking_part(boxes[end]) for end in ends]
        rects += [Rect(point.x, point.y, 0.0, 0.0) for point in points]
        area = rects[0] if rects else self.wiring.layout.scene
        for rect in rects[1:]:
            area = area.united(rect)
        return area


def length(hop: Hop | None) -> float:
    """Length of the path of a hop in scene units; 0 for work inside a box and for a gap."""
    return hop.path.length if hop is not None and hop.path is not None else 0.0


def _speaking_part(box: Box) -> Rect:
    """The whole card; the caption of a frame, because what stands in it may take no part."""
    return box.title_rect if isinstance(box, ZoneBox) and box.title_rect.width > 0.0 else box.rect


def _labelled_large(hop: Hop, layout: Layout) -> Hop:
    """The hop with more room for its label: a map in half a window is small, and its labels are not."""
    if hop.path is None:
        return hop
    return hop._replace(label_at=label_place(layout, hop.path, *label_size(hop.step.message, _TOKEN)))
