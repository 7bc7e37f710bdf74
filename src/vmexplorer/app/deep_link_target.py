"""Looks up what a link names: the nearest place that exists, and what is wrong with the link."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple, TypeVar

from vmexplorer.app.choice import component_or_link
from vmexplorer.app.deep_link_text import ROUTE, DeepLink, quoted
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.component import Component
from vmexplorer.atlas.flow import Branch, Flow
from vmexplorer.atlas.link import Link
from vmexplorer.atlas.topology import route_flow
from vmexplorer.errors import VmexplorerError

Found = TypeVar("Found")


class Target(NamedTuple):
    """Where a link leads in one atlas; everything named exists and fits together.

    ``view`` is "" when the link leaves it to the program. ``flow`` is offered in
    the era; it is a route when the atlas does not hold it. ``branch`` is a way
    that it can go in the era. ``step`` counts from 1 and is one that the flow has
    in the era on that way; ``at`` is in seconds and may lie beyond its end. At
    most one of ``component`` and ``link`` is set. ``as_meant`` says that view,
    era, flow and branch are those of the link, so that its moment fits.
    """

    view: str
    era: str
    flow: Flow | None = None
    branch: Branch | None = None
    step: int | None = None
    at: float | None = None
    component: str = ""
    link: str = ""
    as_meant: bool = True


def resolve(link: DeepLink, atlas: Atlas) -> tuple[Target, tuple[str, ...]]:
    """Looks up what a link names.

    Returns:
        the nearest place that exists, and one sentence for each fault of the link.
    """
    lookup = _Lookup(link, atlas)
    return lookup.target(), tuple(lookup.complaints)


class _Lookup:
    """Looks the parts of one link up and collects the complaints."""

    def __init__(self, link: DeepLink, atlas: Atlas) -> None:
        self.complaints: list[str] = []
        self._link = link
        self._atlas = atlas

    def target(self) -> Target:
        """The nearest place; fills the complaints, those on where before those on what is selected there."""
        link, atlas = self._link, self._atlas
        view = self._found(link.view, atlas.view)
        named = self._found(link.era, atlas.era)
        flow = self._found(link.flow, partial(self._flow, era=named.id if named else atlas.era_ids[-1]))
        faults, self.complaints = self.complaints, []
        selected = self._found(link.select, partial(component_or_link, atlas))
        faults_of_selection, self.complaints = self.complaints, faults
        era = self._fitting_era(flow, named.id) if named else _newest_era(atlas, flow, selected)
        branch = self._branch(flow, era)
        as_meant = not self.complaints
        step = self._step(flow, branch, era)
        self.complaints += faults_of_selection
        if selected is not None and era not in atlas.eras_of(selected):
            self.complaints.append(f"{selected.id!r} does not exist in {atlas.era(era).name}; nothing is selected")
            selected = None
        return Target(
            view.id if view else flow.view if flow else "",
            era,
            flow,
            branch,
            step,
            link.at if flow else None,
            selected.id if isinstance(selected, Component) else "",
            selected.id if isinstance(selected, Link) else "",
            as_meant,
        )

    def _found(self, name: str | None, look_up: Callable[[str], Found]) -> Found | None:
        """What a look-up finds; None, with its complaint, when it finds nothing."""
        try:
            return look_up(name) if name else None
        except VmexplorerError as error:
            self.complaints.append(str(error))
            return None

    def _flow(self, name: str, era: str) -> Flow:
        word, _, ends = name.partition(":")
        start, colon, end = ends.partition(":")
        return route_flow(self._atlas, start, end, era) if word == ROUTE and colon else self._atlas.flow(name)

    def _fitting_era(self, flow: Flow | None, era: str) -> str:
        """The era, or the nearest one that offers the flow."""
        atlas = self._atlas
        offered = (era,) if flow is None else atlas.eras_of(flow)
        if flow is None or era in offered:
            return era
        place = atlas.era_ids.index(era)
        distances = {abs(atlas.era_ids.index(id) - place): id for id in offered}
        near = distances[min(distances)]
        self.complaints.append(
            f"the flow {flow.name!r} is not offered in {atlas.era(era).name}; it opens in {atlas.era(near).name}"
        )
        return near

    def _branch(self, flow: Flow | None, era: str) -> Branch | None:
        link = self._link
        if flow is None:
            parts = {"branch": link.branch, "step": link.step, "at": link.at}
            orphans = [f"{key}={value}" for key, value in parts.items() if value is not None]
            if orphans and not link.flow:
                self.complaints.append(f"the link says {' and '.join(orphans)} but names no flow to which that belongs")
            return None
        branch = None
        if link.branch and not flow.branches:
            self.complaints.append(
                f"the flow {flow.name!r} has no branch {quoted(link.branch)}, for it goes one way only"
            )
        elif link.branch:
            branch = self._found(link.branch, partial(self._atlas.branch, flow))
        if branch is not None and not self._atlas.steps_in(flow, era, branch):
            name = self._atlas.era(era).name
            self.complaints.append(f"the branch {branch.name!r} of {flow.name!r} is not offered in {name}")
            return None
        return branch

    def _step(self, flow: Flow | None, branch: Branch | None, era: str) -> int | None:
        step = self._link.step
        if flow is None or step is None:
            return None
        count = len(self._atlas.steps_in(flow, era, branch))
        if step > count:
            steps = f"{count} step{'s' if count != 1 else ''} in {self._atlas.era(era).name}"
            self.complaints.append(f"the flow {flow.name!r} has {steps} and no step {step}; it opens at the last")
        return min(step, count)


def _newest_era(atlas: Atlas, flow: Flow | None, selected: Component | Link | None) -> str:
    """The newest era in which the flow and, if possible, the selected thing exist."""
    offered = atlas.era_ids if flow is None else atlas.eras_of(flow)
    both = [era for era in offered if selected is None or era in atlas.eras_of(selected)]
    return (both or offered)[-1]
