"""Where the steps of a flow run on one laid-out view, so that every flow plays on every view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.kind import Kind
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.drawing.geometry import Path, Rect
from vmexplorer.drawing.wiring import Wiring
from vmexplorer.playback.timeline import StepTiming
from vmexplorer.stage.labels import label_place, label_size

_USUAL = 2.0  # milliseconds of a step whose time is not modelled
_TOKEN = 16.0  # size of a message in scene units when the view is fitted
_SHORTEST = 0.02  # seconds on the screen: a little more than one picture


class Hop(NamedTuple):
    """One step as drawn.

    ``source`` and ``target`` are box ids, or "" for an end beyond the border of the view;
    ``path`` is None when the step is work inside one box (or wholly outside the view).
    ``kind`` is the sender's kind and decides the colour; ``title`` says who sends what to whom;
    ``label_at`` is where the message's label stands, in scene units.
    """

    step: Step
    source: str
    target: str
    path: Path | None
    kind: Kind
    title: str
    label_at: Rect | None = None


def project(steps: Sequence[Step], wiring: Wiring, atlas: Atlas) -> tuple[Hop, ...]:
    """Draws each step between the nearest visible boxes.

    Args:
        steps: the steps of one era, in order.
        wiring: the paths of the view.
        atlas: where the senders' kinds and names come from.
    """
    ends = [_ends(step, wiring) for step in steps]
    drawn = [pair for pair in ends if pair[0] != pair[1]]
    paths = dict(zip(drawn, wiring.along(drawn), strict=True))
    return tuple(_hop(step, pair, paths.get(pair), wiring, atlas) for step, pair in zip(steps, ends, strict=True))


def timings(hops: Sequence[Hop], ratio: float | None = None) -> list[StepTiming]:
    """How long each hop takes, from its path and the words of its narration.

    Args:
        hops: the steps as drawn.
        ratio: show seconds for each second that the step really takes, by its model;
            None gives every hop a time in which it can be followed.
    """
    return [
        StepTiming(
            hop.step.kind,
            hop.path.length if hop.path else 0.0,
            sum(len(statement.text.split()) for statement in hop.step.narration) if ratio is None else 0,
            None if ratio is None else max(_SHORTEST, (hop.step.takes or _USUAL) / 1000.0 * ratio),
        )
        for hop in hops
    ]


def _hop(step: Step, ends: tuple[str, str], path: Path | None, wiring: Wiring, atlas: Atlas) -> Hop:
    """One step with its colour, its words and the place of its label."""
    label = label_place(wiring.layout, path, *label_size(step.message, _TOKEN)) if path else None
    return Hop(step, *ends, path, atlas.component(step.source).kind, _title(step, atlas), label)


def _title(step: Step, atlas: Atlas) -> str:
    """Who sends what to whom."""
    source, target = atlas.component(step.source).name, atlas.component(step.target).name
    return f"{source}: {step.message}" if step.source == step.target else f"{source} → {target}: {step.message}"


def _ends(step: Step, wiring: Wiring) -> tuple[str, str]:
    """The boxes of both ends; the target is chosen near the source when it has several."""
    source = wiring.anchor(step.source)
    if source is None:
        target = wiring.anchor(step.target, card=step.card)
        return ("", target.id if target else "")
    if step.source == step.target:
        # A heartbeat goes from one host's agent to another's, never to itself.
        twins = wiring.twins(step.source) if step.kind is StepKind.HEARTBEAT else None
        return twins or (source.id, source.id)
    target = wiring.anchor(step.target, source.rect, step.card)
    if target is None:
        return (source.id, "")
    nearer = wiring.anchor(step.source, target.rect) or source
    return (nearer.id, target.id)
