"""Makes tours from what is on the screen, and changes them: every function gives a new tour."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from vmexplorer.app.explorer import Explorer
from vmexplorer.app.free_id import free_id
from vmexplorer.app.touring import EMPHASIS
from vmexplorer.atlas.drawn import components_drawn, stands_for
from vmexplorer.atlas.evidence import Evidence, Standing, Statement, written
from vmexplorer.atlas.flow import BRANCH_MARK
from vmexplorer.atlas.tour import StepName, Stop, Tour
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import CardBox, Layout, ZoneBox
from vmexplorer.playback.frame import frame_at

USUAL_MINUTES = 1.0
_OWN_MARK = "[gk]"
_OWN_WORDS = (Evidence(Standing.GENERAL),)  # what a teacher writes is not checked against a source
_NEAR = 2.0  # scene units by which a box may reach out of what is seen
_LONGEST_ID = 40


def stop_seen(explorer: Explorer, seen: Rect, id: str, title: str, lab: str = "", preset: str = "") -> Stop:
    """A stop that shows what is on the screen, without words of its own.

    A flow that rests at its beginning is played as a whole, any other up to where it is.

    Args:
        explorer: what is shown.
        seen: the part of the scene that is in the window.
        id: the id of the stop.
        title: its title, which is its caption as well until somebody writes another.
        lab: the lab that is open, or "".
        preset: what would prepare the lab as it is, or "".
    """
    now, atlas = explorer.now, explorer.atlas
    drawn = components_drawn(atlas, atlas.view(now.view), now.era)
    lit_now = [id for name, overlay in now.overlays if name == EMPHASIS for id in overlay.components]
    flow, last = _told(explorer)
    return Stop(
        id=id,
        title=title,
        view=now.view,
        caption=statements_of(title),
        notes=statements_of("Say what is to be seen here."),
        minutes=USUAL_MINUTES,
        era=None if now.era == atlas.era_ids[-1] else now.era,
        frame=frame_for(explorer.wiring.layout, seen),
        select=_selected(explorer, drawn),
        emphasis=tuple([id for id in lit_now if id in drawn]),
        flow=flow,
        last_step=last,
        lab=lab,
        preset=preset,
    )


def _selected(explorer: Explorer, drawn: frozenset[str]) -> str:
    """What is selected, if the view draws it, itself or through a parent."""
    now, atlas = explorer.now, explorer.atlas
    selected = now.link or now.component
    if not selected or not atlas.exists(selected, now.era):
        return ""
    link = atlas.links.get(selected)
    ends = (selected,) if link is None else (link.source, link.target)
    return selected if all(stands_for(atlas, end, drawn) for end in ends) else ""


def _told(explorer: Explorer) -> tuple[str, StepName | None]:
    """The flow that is told, with its branch, and the step up to which it has been told; None for all of it."""
    now, atlas, flow = explorer.now, explorer.atlas, explorer.flow
    if flow is None or atlas.flows.get(flow.id) is not flow:
        return "", None
    written_way = f"{now.flow}{BRANCH_MARK}{now.branch}" if now.branch else now.flow
    done = frame_at(explorer.player.timeline, explorer.player.position).done
    steps = atlas.steps_in(flow, now.era, atlas.way(written_way)[1])
    return written_way, StepName(str(done)) if 0 < done < len(steps) else None


def frame_for(layout: Layout, seen: Rect) -> tuple[str, ...]:
    """What a stop must frame to show the same part of a scene: the outermost boxes that are wholly seen."""
    if _holds(seen, layout.scene):
        return ()
    whole = [box for box in layout.boxes if _holds(seen, box.rect)]
    outer = [box for box in whole if not any(_inside(box, other) for other in whole)]
    if not outer:
        met = layout.box_at(seen.centre)
        outer = [met] if met is not None else []
    return tuple(dict.fromkeys([_name(layout, box, whole) for box in outer]))


def _name(layout: Layout, box: CardBox | ZoneBox, whole: list[CardBox | ZoneBox]) -> str:
    """The component of a box when that means no other box, else the box's own id."""
    if box.component and all(other in whole for other in layout.boxes_of(box.component)):
        return box.component
    return box.id


def _inside(box: CardBox | ZoneBox, other: CardBox | ZoneBox) -> bool:
    return other is not box and isinstance(other, ZoneBox) and other.rect.united(box.rect) == other.rect


def _holds(seen: Rect, rect: Rect) -> bool:
    return seen.inflated(_NEAR).united(rect) == seen.inflated(_NEAR)


# Words


def statements_of(text: str) -> tuple[Statement, ...]:
    """A statement for each line that says something; a line without a mark of evidence is general knowledge."""
    found = []
    for line in text.splitlines():
        clean = "".join([letter if letter.isprintable() else " " for letter in line])
        found.append(_statement(clean) or _statement(f"{clean} {_OWN_MARK}"))
    return tuple([statement for statement in found if statement is not None])


def _statement(text: str) -> Statement | None:
    """A statement with its marks; None when it has none, or says nothing."""
    try:
        return Statement.parse(text)
    except ValueError:
        return None


def text_of(statements: tuple[Statement, ...]) -> str:
    """The same as somebody edits it: a line for each, with its marks unless it is general knowledge alone."""
    return "\n".join([one.text if one.evidence == _OWN_WORDS else written(one) for one in statements])


def sentence(text: str) -> str:
    """A text that ends like a sentence, as summaries must."""
    clean = " ".join(text.split())
    return clean if not clean or clean.endswith(".") else f"{clean}."


def fresh_id(title: str, taken: Collection[str]) -> str:
    """An id made from a title that differs from those taken in more than case."""
    base = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:_LONGEST_ID].strip("-") or "tour"
    return free_id(base, taken)


# Tours


def new_tour(name: str, stop: Stop, taken: Collection[str]) -> Tour:
    """A tour of one stop."""
    return Tour(fresh_id(name, taken), name, "A tour of my own.", (stop,))


def copy_of(tour: Tour, taken: Collection[str]) -> Tour:
    """A tour with the stops of another, to be changed at will."""
    name = f"My {tour.name}"[:48]
    return replace(tour, id=fresh_id(name, taken), name=name, order=100)


def with_stop(tour: Tour, place: int, stop: Stop) -> Tour:
    """The tour with one more stop at a place, beyond the ends at the nearest."""
    place = min(max(place, 0), len(tour.stops))
    return replace(tour, stops=(*tour.stops[:place], stop, *tour.stops[place:]))


def without_stop(tour: Tour, place: int) -> Tour:
    """The tour without a stop; the last one stays."""
    if len(tour.stops) == 1:
        return tour
    return replace(tour, stops=(*tour.stops[:place], *tour.stops[place + 1 :]))


def changed_stop(tour: Tour, place: int, stop: Stop) -> Tour:
    """The tour with another stop at a place."""
    return replace(tour, stops=(*tour.stops[:place], stop, *tour.stops[place + 1 :]))


def moved_stop(tour: Tour, place: int, to: int) -> Tour:
    """The tour with a stop at another place, beyond the ends at the nearest."""
    return with_stop(without_stop(tour, place), to, tour.stops[place]) if len(tour.stops) > 1 else tour


def shown_anew(stop: Stop, seen: Stop) -> Stop:
    """A stop that shows what another shows and keeps its own words, id and time."""
    words = replace(seen, id=stop.id, title=stop.title, caption=stop.caption)
    return replace(words, notes=stop.notes, minutes=stop.minutes)


def lit(explorer: Explorer, stop: Stop, component: str) -> Stop:
    """A stop with one more component lit, or one less; one that its view does not draw is passed over."""
    if component in stop.emphasis:
        return replace(stop, emphasis=tuple([id for id in stop.emphasis if id != component]))
    atlas = explorer.atlas
    drawn = components_drawn(atlas, atlas.view(stop.view), stop.era or atlas.era_ids[-1])
    return replace(stop, emphasis=(*stop.emphasis, component)) if component in drawn else stop
