"""The steps of a told flow as rows of a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vmexplorer.app.details_text import plain
from vmexplorer.app.explorer import Explorer
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.evidence import joined
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.stage.projection import Hop


class StepRow(NamedTuple):
    """One step.

    ``number`` counts from 1; ``title`` says who speaks to whom, ``detail`` what; ``failed``
    marks a message that does not arrive; ``tip`` tells what happens and why.
    """

    number: int
    title: str
    detail: str
    failed: bool = False
    tip: str = ""


def step_rows(steps: Iterable[Step | Hop], atlas: Atlas) -> tuple[StepRow, ...]:
    """A row for each step, as written or as drawn.

    Args:
        steps: the steps of one era, in order.
        atlas: where the names come from.
    """
    plainly = [step.step if isinstance(step, Hop) else step for step in steps]
    return tuple([_row(atlas, number, step) for number, step in enumerate(plainly, start=1)])


def _row(atlas: Atlas, number: int, step: Step) -> StepRow:
    source, target = atlas.component(step.source).name, atlas.component(step.target).name
    title = source if step.source == step.target else f"{source} → {target}"
    failed = step.kind is StepKind.FAULT
    return StepRow(number, plain(title), plain(step.message), failed, plain(joined(step.narration)))


def branch_rows(explorer: Explorer) -> tuple[tuple[str, int, int], ...]:
    """The branch being told, as its name and its first and last step; none on the usual way."""
    if explorer.flow is None or not explorer.now.branch:
        return ()
    branch = explorer.atlas.branch(explorer.flow, explorer.now.branch)
    own = [place for place, hop in enumerate(explorer.hops) if hop.step in branch.steps]
    return ((branch.name, own[0], own[-1]),) if own else ()
