"""Tours through the shipped pack, of every sort that its checks accept."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.drawn import boxes_drawn, components_drawn
from vmexplorer.atlas.evidence import Evidence, Standing, Statement
from vmexplorer.atlas.flow import BRANCH_MARK
from vmexplorer.atlas.shapes import ID_PATTERN
from vmexplorer.atlas.tour import StepName, Stop, Tour

ids = st.from_regex(re.compile(ID_PATTERN, re.ASCII), fullmatch=True)
letters = st.characters(blacklist_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"))


def texts(most: int) -> st.SearchStrategy[str]:
    """Something to read, without marks at its end and with single spaces."""
    return st.text(letters, min_size=1, max_size=most).map(_tidy).filter(_says_something)


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _says_something(text: str) -> bool:
    return bool(text) and not text.endswith("]")


@st.composite
def statements(draw: st.DrawFn, most: int) -> Statement:
    sources = st.lists(st.sampled_from(sorted(shipped_atlas().sources)), min_size=1, max_size=2, unique=True)
    marks = []
    for standing in draw(st.lists(st.sampled_from(Standing), min_size=1, max_size=2)):
        plain = standing in (Standing.GENERAL, Standing.OPEN)
        marks.append(Evidence(standing, () if plain else tuple(draw(sources))))
    return Statement(draw(texts(most)), tuple(marks))


@st.composite
def stops(draw: st.DrawFn) -> Stop:
    atlas = shipped_atlas()
    view = atlas.views[draw(st.sampled_from(sorted(atlas.views)))]
    era = draw(st.none() | st.sampled_from(atlas.era_ids))
    shown = era or atlas.era_ids[-1]
    parts = sorted(components_drawn(atlas, view, shown))
    boxes = sorted(boxes_drawn(atlas, view, shown))
    ways = [""]
    for flow in atlas.flows.values():
        branches = [branch for branch in flow.branches if atlas.steps_in(flow, shown, branch)]
        ways += [flow.id] if atlas.steps_in(flow, shown) else []
        ways += [f"{flow.id}{BRANCH_MARK}{branch.id}" for branch in branches]
    way = draw(st.sampled_from(ways))
    first, last = None, None
    if way:
        steps = atlas.steps_in(atlas.way(way)[0], shown, atlas.way(way)[1])
        place = draw(st.integers(0, len(steps) - 1))
        first = draw(st.sampled_from([None, StepName(steps[place].id or str(place + 1)), StepName(str(place + 1))]))
        last = draw(st.sampled_from([None, StepName(str(draw(st.integers(place, len(steps) - 1)) + 1))]))
    lab = draw(st.just("") | texts(20))
    return Stop(
        id=draw(ids),
        title=draw(texts(48)),
        view=view.id,
        caption=tuple(draw(st.lists(statements(70), min_size=1, max_size=2))),
        notes=tuple(draw(st.lists(statements(300), min_size=1, max_size=3))),
        minutes=draw(st.floats(0.001, 120)),
        era=era,
        frame=tuple(draw(st.lists(st.sampled_from(boxes), max_size=3, unique=True))),
        select=draw(st.sampled_from(["", *parts])),
        emphasis=tuple(draw(st.lists(st.sampled_from(parts), max_size=3, unique=True))),
        flow=way,
        first_step=first,
        last_step=last,
        lab=lab,
        preset=draw(st.just("") | texts(40)) if lab else "",
        screen=draw(st.booleans()) if lab else False,
    )


@st.composite
def tours(draw: st.DrawFn) -> Tour:
    return Tour(
        id=draw(ids),
        name=draw(texts(48)),
        summary=draw(texts(150)) + ".",
        order=draw(st.integers(-1000, 1000)),
        cases=tuple(draw(st.lists(st.sampled_from(sorted(shipped_atlas().cases)), max_size=3, unique=True))),
        topics=tuple(draw(st.lists(st.sampled_from(sorted(shipped_atlas().topics)), max_size=2, unique=True))),
        stops=tuple(draw(st.lists(stops(), min_size=1, max_size=3, unique_by=_folded))),
    )


def _folded(stop: Stop) -> str:
    return stop.id.casefold()
