"""A checked pack with everything at hand by id and by era."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from vmexplorer.atlas.case import Case
from vmexplorer.atlas.check_library import CheckLibrary
from vmexplorer.atlas.check_place import Check
from vmexplorer.atlas.comparison import Comparison, Row, in_rows
from vmexplorer.atlas.component import Component
from vmexplorer.atlas.console import Console
from vmexplorer.atlas.console_log import ConsoleLog
from vmexplorer.atlas.era import Era, EraRange, Version
from vmexplorer.atlas.faults import Condition, Faults
from vmexplorer.atlas.flow import BRANCH_MARK, Branch, Flow, Step
from vmexplorer.atlas.lifespan import eras_between, eras_covered
from vmexplorer.atlas.link import Link
from vmexplorer.atlas.pack import FoundingStatement, Manifest, Pack, Source
from vmexplorer.atlas.question import Question, Topic
from vmexplorer.atlas.system_image import SystemImage
from vmexplorer.atlas.tour import Tour
from vmexplorer.atlas.view import Card, View, Zone
from vmexplorer.errors import UnknownNameError

Named = TypeVar("Named", Flow, Branch, Comparison, View, Era, Tour, Case)
Thing = TypeVar("Thing", Component, Link, Flow, Comparison, View, Source, Tour, Topic, Question, Case)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Atlas:
    """Components, links, flows, comparisons, views and tours by id, in the order of their files; eras oldest first.

    Made by ``Atlas.of`` and never changed; two atlases are equal only when they
    are the same object, so an atlas may key a cache.
    """

    manifest: Manifest
    components: Mapping[str, Component]
    links: Mapping[str, Link]
    flows: Mapping[str, Flow]
    comparisons: Mapping[str, Comparison]
    views: Mapping[str, View]
    tours: Mapping[str, Tour]
    topics: Mapping[str, Topic]
    questions: Mapping[str, Question]
    cases: Mapping[str, Case]
    library: CheckLibrary
    sources: Mapping[str, Source]
    founding: tuple[FoundingStatement, ...]
    banks: SystemImage | None
    faults: Faults
    eras: tuple[Era, ...]
    era_ids: tuple[str, ...]
    console: Console | None
    console_logs: tuple[ConsoleLog, ...]
    component_eras: Mapping[str, tuple[str, ...]]
    link_eras: Mapping[str, tuple[str, ...]]
    _links_at: Mapping[str, tuple[Link, ...]]
    _flows_through: Mapping[str, tuple[Flow, ...]]

    @classmethod
    def of(cls, pack: Pack) -> Atlas:
        """Arranges a pack. Never fails, so that the checks can use it on a pack that is not sound."""
        eras = pack.manifest.eras
        component_eras = {part.id: _life(part, eras) for part in pack.components}
        links_at: dict[str, list[Link]] = {}
        for link in pack.links:
            for end in {link.source: None, link.target: None}:
                links_at.setdefault(end, []).append(link)
        flows_through: dict[str, dict[str, Flow]] = {}
        for flow in pack.flows:
            for step in flow.steps:
                flows_through.setdefault(step.source, {})[flow.id] = flow
                flows_through.setdefault(step.target, {})[flow.id] = flow
        return cls(
            manifest=pack.manifest,
            components=_by_id(pack.components),
            links=_by_id(pack.links),
            flows=_by_id(pack.flows),
            comparisons=_by_id(pack.comparisons),
            views=_by_id(pack.views),
            tours=_by_id(pack.tours),
            topics=_by_id(pack.topics),
            questions=_by_id(pack.questions),
            cases=_by_id(pack.cases),
            library=CheckLibrary.of(pack.places),
            sources=_by_id(pack.sources),
            founding=pack.founding,
            banks=pack.banks,
            faults=pack.faults,
            eras=eras,
            era_ids=tuple([era.id for era in eras]),
            console=pack.console,
            console_logs=pack.console_logs,
            component_eras=component_eras,
            link_eras={link.id: _link_life(link, eras, component_eras) for link in pack.links},
            _links_at={end: tuple(links) for end, links in links_at.items()},
            _flows_through={end: tuple(flows.values()) for end, flows in flows_through.items()},
        )

    def component(self, id: str) -> Component:
        """The component with this id; raises UnknownNameError, as do all look-ups here."""
        if id not in self.components:
            raise UnknownNameError("component", id, self.components)
        return self.components[id]

    def link(self, id: str) -> Link:
        """The link with this id."""
        if id not in self.links:
            raise UnknownNameError("link", id, self.links)
        return self.links[id]

    def flow(self, name: str) -> Flow:
        """The flow with this id or, whatever the case of its letters, this name."""
        return self.flows.get(name) or _by_name("flow", name, self.flows.values())

    def branch(self, flow: Flow, name: str) -> Branch:
        """The branch of a flow with this id or, whatever the case of its letters, this name."""
        return _by_name("branch", name, flow.branches)

    def way(self, name: str) -> tuple[Flow, Branch | None]:
        """The flow that a text names and, behind a stroke (``F04/locked``), the branch on which it goes."""
        flow_name, stroke, branch = name.partition(BRANCH_MARK)
        flow = self.flow(flow_name)
        return flow, self.branch(flow, branch) if stroke else None

    def comparison(self, name: str) -> Comparison:
        """The comparison with this id or, whatever the case of its letters, this name."""
        return _by_name("comparison", name, self.comparisons.values())

    def view(self, name: str) -> View:
        """The view with this id or, whatever the case of its letters, this name."""
        return self.views.get(name) or _by_name("view", name, self.views.values())

    def tour(self, name: str) -> Tour:
        """The tour with this id or, whatever the case of its letters, this name."""
        return _by_name("tour", name, self.tours.values())

    def case(self, name: str) -> Case:
        """The case with this id or, whatever the case of its letters, this name."""
        return self.cases.get(name) or _by_name("case", name, self.cases.values())

    def era(self, name: str) -> Era:
        """The era with this id, name or label, or the one into which a version such as ``6.5 U2`` falls."""
        for era in self.eras:
            if name in (era.id, era.short):
                return era
        try:
            version = Version.parse(name)
        except ValueError:
            return _by_name("era", name, self.eras)
        started = [era for era in self.eras if era.first <= version]
        if not started:
            raise UnknownNameError("era", name, [era.short for era in self.eras])
        return started[-1]

    def eras_of(
        self, thing: Component | Link | Flow | Branch | Step | Question | Card | Zone | Condition
    ) -> tuple[str, ...]:
        """The ids of the eras that a thing belongs to, in order.

        A component exists from ``since`` to ``until``, a link also only where
        both its ends do; a card or zone is shown where its range of eras meets
        the life of its component, and so is a condition of a component or link; a
        flow, branch, step or question has a range alone.
        """
        if isinstance(thing, Component):
            return _life(thing, self.eras)
        if isinstance(thing, Link):
            return _link_life(thing, self.eras, self.component_eras)
        covered = eras_covered(self.era_ids, thing.eras)
        if isinstance(thing, Condition):
            part = thing.component or thing.link
            return tuple([era for era in covered if part is not None and self.exists(part, era)])
        if isinstance(thing, Flow | Branch | Step | Question) or thing.component is None:
            return covered
        life = self.component_eras.get(thing.component, self.era_ids)
        return tuple([era for era in covered if era in life])

    def exists(self, id: str, era: str) -> bool:
        """Whether the component, link, flow or comparison with this id belongs to the era with this id."""
        if era not in self.era_ids:
            raise UnknownNameError("era", era, self.era_ids)
        if id in self.component_eras:
            return era in self.component_eras[id]
        if id in self.link_eras:
            return era in self.link_eras[id]
        if id in self.flows:
            return self.covers(self.flows[id].eras, era)
        if id in self.comparisons:
            return bool(self.rows_in(self.comparisons[id], era))
        raise UnknownNameError("component, link or flow", id, [*self.components, *self.links, *self.flows])

    def branches_in(self, flow: Flow, era: str) -> tuple[Branch, ...]:
        """The other ways that a flow can go in an era; none when the flow is not offered in it."""
        if not self.covers(flow.eras, era):
            return ()
        return tuple([branch for branch in flow.branches if self.covers(branch.eras, era)])

    def steps_in(self, flow: Flow, era: str, branch: Branch | None = None) -> tuple[Step, ...]:
        """The steps of a flow as it goes in an era; none when it is not offered in it.

        With a branch of the flow: its steps up to the one that the branch comes
        ``after``, then those of the branch; none when the era does not offer the
        branch or lacks that step.
        """
        if not self.covers(flow.eras, era):
            return ()
        steps = [step for step in flow.steps if self.covers(step.eras, era)]
        if branch is None:
            return tuple(steps)
        fork = next((place for place, step in enumerate(steps, start=1) if step.id == branch.after), 0)
        if not fork or not self.covers(branch.eras, era):
            return ()
        return tuple([*steps[:fork], *[step for step in branch.steps if self.covers(step.eras, era)]])

    def eras_of_check(self, check: Check) -> tuple[str, ...]:
        """The ids of the eras in which a check can be made: those of its range in which the part is there."""
        covered = eras_covered(self.era_ids, check.eras)
        life = self.component_eras.get(check.looks_at) or self.link_eras.get(check.looks_at, covered)
        return tuple([era for era in covered if era in life])

    def covers(self, span: EraRange | None, era: str) -> bool:
        """Whether an era belongs to a range; None covers all."""
        return span is None or era in eras_covered(self.era_ids, span)

    def rows_in(self, comparison: Comparison, era: str) -> tuple[Row, ...]:
        """The steps of both flows side by side; none in an era in which one of the flows is not offered."""
        first = self.steps_in(self.flow(comparison.first), era)
        second = self.steps_in(self.flow(comparison.second), era)
        return in_rows(comparison.pairs, first, second) if first and second else ()

    def ancestors(self, component_id: str) -> tuple[str, ...]:
        """The ids of the parent, its parent and so on."""
        found: dict[str, None] = {}
        parent = self.component(component_id).parent
        while parent is not None and parent in self.components and parent not in found:
            found[parent] = None
            parent = self.components[parent].parent
        return tuple(found)

    def links_of(self, component_id: str, era: str | None = None) -> tuple[Link, ...]:
        """The links that end at a component, in every era or in one."""
        links = self._links_at.get(self.component(component_id).id, ())
        return links if era is None else tuple([link for link in links if era in self.link_eras[link.id]])

    def flows_through(self, component_id: str) -> tuple[Flow, ...]:
        """The flows with a step from or to a component."""
        return self._flows_through.get(self.component(component_id).id, ())

    def founding_of(self, component_id: str) -> tuple[FoundingStatement, ...]:
        """The statements of the founding text that speak of a component."""
        known = self.component(component_id).id
        return tuple([statement for statement in self.founding if known in statement.components])

    def changed(self, era: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of components and links that came and that went with an era; none with the first."""
        place = self.era_ids.index(self.era(era).id)
        if place == 0:
            return (), ()
        now, before = self.era_ids[place], self.era_ids[place - 1]
        lives = [*self.component_eras.items(), *self.link_eras.items()]
        added = tuple([id for id, life in lives if now in life and before not in life])
        removed = tuple([id for id, life in lives if before in life and now not in life])
        return added, removed


def _by_id(things: Iterable[Thing]) -> dict[str, Thing]:
    return {thing.id: thing for thing in things}


def _by_name(what: str, name: str, things: Iterable[Named]) -> Named:
    known = list(things)
    for thing in known:
        if name.casefold() in (thing.id.casefold(), thing.name.casefold()):
            return thing
    raise UnknownNameError(what, name, [text for thing in known for text in (thing.id, thing.name)])


def _life(thing: Component | Link, eras: tuple[Era, ...]) -> tuple[str, ...]:
    return eras_between(eras, thing.since.version, thing.until.version if thing.until else None)


def _link_life(link: Link, eras: tuple[Era, ...], component_eras: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    own = _life(link, eras)
    ends = [component_eras.get(end, own) for end in (link.source, link.target)]
    return tuple([era for era in own if all(era in life for life in ends)])
