"""Who still gets through to what: reach in the graph of what works, and the parts that stand alone on a way."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from vmexplorer.atlas.fault_words import Trouble
from vmexplorer.atlas.faults import Goal
from vmexplorer.labs.whatif.course import Course
from vmexplorer.labs.whatif.plan import Plan
from vmexplorer.labs.whatif.spell import CLOSED, DEAD

if TYPE_CHECKING:
    import networkx


@lru_cache(maxsize=64)
def graph_of(plan: Plan, goal: Goal) -> networkx.DiGraph[str]:
    """The ways to a goal: components and links as nodes, each link between the ends that it joins."""
    import networkx

    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.add_node(goal.component)
    for link in plan.links.values():
        if link.id in goal.links:
            networkx.add_path(graph, (link.source, link.id, link.target))
    return graph


def reaching(course: Course, goal: Goal, at: float) -> frozenset[str]:
    """The components from which messages still get through to a goal at a second."""
    import networkx

    graph = graph_of(course.plan, goal)
    alive = graph.subgraph([node for node in graph if not is_dead(course, node, at)])
    if goal.component not in alive:
        return frozenset()
    return frozenset(networkx.ancestors(alive, goal.component)) & frozenset(course.plan.components)


def single_points(plan: Plan, source: str, goal: Goal) -> tuple[str, ...]:
    """The cut sets of one part: components and links each of which alone separates a component from a goal.

    Args:
        plan: the era.
        source: the component from which messages set out.
        goal: where they shall arrive.

    Returns:
        ids in the order of the way, the ends left out, doors behind the link that leads through them; none
        where no way exists at all.
    """
    import networkx

    graph = graph_of(plan, goal)
    if source not in graph or source == goal.component or not networkx.has_path(graph, source, goal.component):
        return ()
    before = networkx.immediate_dominators(graph, source)
    found: list[str] = []
    here = before[goal.component]
    while here != source:
        found = [here, *(plan.doors[here] if here in plan.links else ()), *found]
        here = before[here]
    return tuple(found)


def is_dead(course: Course, part: str, at: float) -> bool:
    """Whether nothing gets past a component or link at a second."""
    fatal = (*CLOSED, Trouble.DOWN, *DEAD)
    return any(spell.trouble in fatal and spell.holds(at) for spell in course.spells.get(part, ()))
