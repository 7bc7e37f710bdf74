"""Checks that every stop of a tour shows something that its view, in its era, can show."""

from __future__ import annotations

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.drawn import boxes_drawn, components_drawn, stands_for
from vmexplorer.atlas.evidence import joined
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.flow import BRANCH_MARK, Branch, Flow
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.pack_files import TOURS
from vmexplorer.atlas.tour import CAPTION_LIMIT, MOST_MINUTES, Stop, Tour
from vmexplorer.atlas.walk import file_of


def check_tours(pack: Pack, atlas: Atlas, findings: Findings) -> None:
    """Notes stops that share an id and everything that a stop asks for in vain."""
    for tour in pack.tours:
        check_tour(file_of(TOURS.place, tour.id), tour, atlas, findings)


def check_tour(file: str, tour: Tour, atlas: Atlas, findings: Findings) -> None:
    """Notes what is wrong between a tour and an atlas; dangling ids of views, eras and components come elsewhere."""
    first_place: dict[str, int] = {}
    for number, stop in enumerate(tour.stops):
        first = first_place.setdefault(stop.id.casefold(), number)
        if first != number:
            text = f"is {quoted(stop.id)}, which another stop of the tour has already"
            findings.add(file, f"stops[{number}].id", text, f"the first is stops[{first}].id")
        _Stop(file, f"stops[{number}]", stop, atlas, findings).check()


class _Stop:
    """One stop under examination."""

    def __init__(self, file: str, key: str, stop: Stop, atlas: Atlas, findings: Findings) -> None:
        self._file = file
        self._key = key
        self._stop = stop
        self._atlas = atlas
        self._findings = findings
        self._era = stop.era or atlas.era_ids[-1]

    def check(self) -> None:
        """Notes everything that is wrong with the stop."""
        self._check_texts()
        if self._stop.era in (None, *self._atlas.era_ids):
            self._check_parts()
            self._check_flow()

    def _check_texts(self) -> None:
        stop = self._stop
        length = len(joined(stop.caption))
        if length > CAPTION_LIMIT:
            text = f"has {length} characters without its marks; at most {CAPTION_LIMIT} can be read from the last row"
            self._add("caption", text, "move the rest into the notes")
        if not 0 < stop.minutes <= MOST_MINUTES:
            self._add("minutes", f"is {stop.minutes:g} and must be greater than 0 and at most {MOST_MINUTES:g}")
        if stop.preset and not stop.lab:
            self._add("preset", "belongs to a lab, and the stop opens none", "name the lab, or remove the preset")
        if stop.screen and not stop.lab:
            self._add("screen", "is that of a lab, and the stop opens none", "name the lab, or remove the screen")

    def _check_parts(self) -> None:
        view = self._atlas.views.get(self._stop.view)
        if view is None:
            return
        drawn = components_drawn(self._atlas, view, self._era)
        known = drawn | boxes_drawn(self._atlas, view, self._era)
        for number, name in enumerate(self._stop.frame):
            if name not in known:
                self._report_undrawn(f"frame[{number}]", name, known)
        for number, part in enumerate(self._stop.emphasis):
            if part in self._atlas.components and part not in drawn:
                self._report_undrawn(f"emphasis[{number}]", part, drawn)
        if self._stop.select:
            self._check_selection(self._stop.select, drawn)

    def _check_selection(self, selected: str, drawn: frozenset[str]) -> None:
        atlas = self._atlas
        link = atlas.links.get(selected)
        if selected not in atlas.components and link is None:
            hint = self._findings.suggest(selected, [*atlas.components, *atlas.links])
            self._add("select", f"names the component or link {quoted(selected)}, which does not exist", hint)
            return
        if link is None:
            if not stands_for(atlas, selected, drawn):
                self._report_undrawn("select", selected, drawn)
        elif self._era not in atlas.link_eras[link.id]:
            self._add("select", f"is the link {quoted(selected)}, which does not exist in {self._era_name()}")
        else:
            for end in (link.source, link.target):
                if end in atlas.components and not stands_for(atlas, end, drawn):
                    text = f"is the link {quoted(selected)}, whose end {quoted(end)} the view does not show"
                    self._add("select", f"{text} in {self._era_name()}", "show another view, or select its other end")

    def _report_undrawn(self, key: str, part: str, drawn: frozenset[str]) -> None:
        text = f"is {quoted(part)}, which the view {quoted(self._stop.view)} does not show in {self._era_name()}"
        self._add(key, text, self._findings.suggest(part, drawn) or "show another view, or name another part")

    def _check_flow(self) -> None:
        stop, atlas = self._stop, self._atlas
        if not stop.flow:
            for key, step in {"first_step": stop.first_step, "last_step": stop.last_step}.items():
                if step is not None:
                    self._add(key, "names a step, and the stop plays no flow", "name the flow, or remove the step")
            return
        name, mark, way = stop.flow.partition(BRANCH_MARK)
        flow = atlas.flows.get(name)
        branch = next((branch for branch in flow.branches if branch.id == way), None) if flow else None
        if flow is None or (mark and branch is None):
            branches = [f"{one.id}{BRANCH_MARK}{two.id}" for one in atlas.flows.values() for two in one.branches]
            text = f"names the flow {quoted(stop.flow)}, which does not exist"
            self._add("flow", text, self._findings.suggest(stop.flow, [*atlas.flows, *branches]))
            return
        self._check_steps(flow, branch)

    def _check_steps(self, flow: Flow, branch: Branch | None) -> None:
        stop = self._stop
        steps = self._atlas.steps_in(flow, self._era, branch)
        if not steps:
            self._add("flow", f"is {quoted(stop.flow)}, which is not offered in {self._era_name()}")
            return
        places = [0]
        for key, step in {"first_step": stop.first_step, "last_step": stop.last_step}.items():
            place = step.place_in(steps) if step is not None else places[-1]
            if place is None:
                ids = [known.id for known in steps if known.id]
                text = f"names the step {quoted(str(step))}, which {quoted(stop.flow)} does not have"
                hint = self._findings.suggest(str(step), ids) or f"it has the steps 1 to {len(steps)}"
                self._add(key, f"{text} in {self._era_name()}", hint)
                return
            places.append(place)
        if stop.last_step is not None and places[2] < places[1]:
            self._add("last_step", f"is {quoted(str(stop.last_step))}, which comes before the first step of the stop")

    def _era_name(self) -> str:
        return self._atlas.era(self._era).name

    def _add(self, key: str, text: str, hint: str = "") -> None:
        self._findings.add(self._file, f"{self._key}.{key}", text, hint)
