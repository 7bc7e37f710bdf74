"""The shipped pack: loaded once for a whole test run, each of its pictures placed and wired once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vmexplorer import resources
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.loading import load
from vmexplorer.drawing.placement import place
from vmexplorer.drawing.route_book import RouteBook
from vmexplorer.drawing.wiring import Wiring
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.playback.timeline import Timeline
from vmexplorer.stage.projection import Hop, project, timings


@cache
def shipped_atlas() -> Atlas:
    """The atlas of the shipped pack."""
    return load(resources.pack())


@cache
def picture(view: str, era: str) -> Wiring:
    """A view of the shipped pack in an era; its paths are found when first asked for."""
    return fresh_picture(view, era)


def fresh_picture(view: str, era: str) -> Wiring:
    """The same, but knowing nothing yet."""
    atlas = shipped_atlas()
    drawn = atlas.view(view)
    return Wiring(atlas, drawn, place(atlas, drawn, era))


@cache
def shared_book() -> RouteBook:
    """Routes that one test has found serve the others."""
    return RouteBook(None)


def pictures(eras: tuple[str, ...] | None = None) -> Iterator[Wiring]:
    """Every view in every era, or in some."""
    atlas = shipped_atlas()
    for view in atlas.views:
        for era in eras or atlas.era_ids:
            yield picture(view, era)


def some_eras() -> tuple[str, ...]:
    """The first era, one in the middle and the last."""
    eras = shipped_atlas().era_ids
    return eras[0], eras[len(eras) // 2], eras[-1]


@cache
def hops_of(flow: str, view: str, era: str) -> tuple[Hop, ...]:
    """A flow as drawn on a view in an era; none when the era does not have it."""
    atlas = shipped_atlas()
    return project(atlas.steps_in(atlas.flow(flow), era), picture(view, era), atlas)


@cache
def timeline_of(flow: str, view: str, era: str) -> Timeline:
    """The same in time."""
    return Timeline.of(timings(hops_of(flow, view, era)), EXPLORE)
