"""Brings an explorer to a stop of a tour, and says what the camera takes into the picture there."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.app.details_text import plain
from vmexplorer.app.explorer import Explorer
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.evidence import joined
from vmexplorer.atlas.tour import Stop
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import CardBox, Layout, ZoneBox
from vmexplorer.labs.dcui.cells import Screen
from vmexplorer.lessons.tour_walk import StepSpan
from vmexplorer.stage.ambient import Traffic
from vmexplorer.stage.overlay import Mark, Overlay, Role
from vmexplorer.stage.state import StageState

EMPHASIS = "tour"  # the name under which the emphasis of a stop is laid over the map
_ROOM = 24.0  # left free around what a stop frames, in scene units
_CAPTION_ROOM = 60.0  # so far above what is framed the caption of its zone may begin
_GAP = 5.0  # from there to the next card


class StopPicture(NamedTuple):
    """A stop as a still picture: what the stage shows, the part of its scene that is looked at, and what hides it."""

    state: StageState
    area: Rect
    screen: Screen | None = None


def situate(explorer: Explorer, stop: Stop) -> None:
    """Brings an explorer to a stop: at rest, and before the first step that the stop plays.

    Everything that the stop does not speak of is put away: another selection, a plane
    shown apart, regular traffic. What labs have laid over the map stays.
    """
    explorer.tell("")
    explorer.show_plane(None)
    explorer.show_traffic(Traffic.NONE)
    explorer.show_changes(False)
    explorer.hover("")
    explorer.show_era(era_of(explorer.atlas, stop))
    explorer.show_view(stop.view)
    if stop.select in explorer.atlas.links:
        explorer.select_link(stop.select)
    else:
        explorer.select_component(stop.select)
    marks = {component: Mark(Role.FOCUS) for component in stop.emphasis}
    explorer.lay_over(EMPHASIS, Overlay(marks) if marks else None)
    span = span_of(explorer.atlas, stop)
    if span is not None:
        explorer.tell(stop.flow)
        go_before(explorer, span.first)


def go_before(explorer: Explorer, step: int) -> None:
    """Rests at the moment before a step of the flow that is told, where the steps before it are complete."""
    steps = explorer.player.timeline.steps
    explorer.player.seek(steps[min(step, len(steps) - 1)].start if steps else 0.0)


def go_after(explorer: Explorer, step: int) -> None:
    """Rests at the end of a step of the flow that is told."""
    explorer.player.go_to_step(step)


def era_of(atlas: Atlas, stop: Stop) -> str:
    """The id of the era that a stop shows."""
    return stop.era or atlas.era_ids[-1]


def span_of(atlas: Atlas, stop: Stop) -> StepSpan | None:
    """The steps that a stop plays; None when it plays none."""
    if not stop.flow:
        return None
    flow, branch = atlas.way(stop.flow)
    steps = atlas.steps_in(flow, era_of(atlas, stop), branch)
    if not steps:
        return None
    first = stop.first_step.place_in(steps) if stop.first_step else 0
    last = stop.last_step.place_in(steps) if stop.last_step else len(steps) - 1
    if first is None or last is None or last < first:
        return None
    return StepSpan(first, last)


def area_of(layout: Layout, stop: Stop) -> Rect:
    """The part of a scene that the camera takes into the picture at a stop, in scene units.

    It holds the boxes that the stop frames, with a little room around them that ends before the next card.
    """
    boxes = [box.rect for name in stop.frame for box in framed(layout, name)]
    if not boxes:
        return layout.scene
    area = boxes[0]
    for rect in boxes[1:]:
        area = area.united(rect)
    left, above, right, below = area.x - _ROOM, _above(layout, area), area.right + _ROOM, area.bottom + _ROOM
    for card in layout.cards:
        rect = card.rect
        if rect.y < area.bottom and rect.bottom > area.y:
            left = max(left, rect.right + _GAP) if rect.right <= area.x else left
            right = min(right, rect.x - _GAP) if rect.x >= area.right else right
        elif rect.x < area.right and rect.right > area.x:
            above = max(above, rect.bottom + _GAP) if rect.bottom <= area.y else above
            below = min(below, rect.y - _GAP) if rect.y >= area.bottom else below
    return Rect(left, above, right - left, below - above)


def _above(layout: Layout, area: Rect) -> float:
    """Where a picture begins above an area, so that the caption of the zone around it is seen whole."""
    captions = [zone.title_rect for zone in layout.zones if zone.title_rect.x < area.right and zone.rect.right > area.x]
    near = [caption.y for caption in captions if area.y - caption.bottom >= 0.0 and area.y - caption.y < _CAPTION_ROOM]
    return min(area.y - _ROOM, min(near, default=area.y) - _GAP)


def framed(layout: Layout, name: str) -> tuple[CardBox | ZoneBox, ...]:
    """The boxes that a name in the frame of a stop stands for: those of a component, else the box with this id."""
    return layout.boxes_of(name) or tuple([box for box in layout.boxes if box.id == name])


def picture_of(explorer: Explorer, stop: Stop) -> StopPicture:
    """A stop as it looks when all of it has been shown: its flow rests at the end of its last step.

    Args:
        explorer: one to spare; it is at the stop afterwards.
        stop: a stop of a tour through the explorer's atlas.
    """
    situate(explorer, stop)
    span = span_of(explorer.atlas, stop)
    if span is not None:
        go_after(explorer, span.last)
    return StopPicture(explorer.state(), area_of(explorer.wiring.layout, stop))


def caption_text(stop: Stop) -> str:
    """The caption as the audience reads it: without marks of evidence and backticks."""
    return plain(joined(stop.caption))


def notes_text(stop: Stop) -> tuple[str, ...]:
    """The notes as the speaker reads them, a paragraph for each statement; code stands in backticks."""
    return tuple([statement.text for statement in stop.notes])
