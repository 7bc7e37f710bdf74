"""Which calls are open: a caller waits on its line until the reply has come back."""

from __future__ import annotations

from collections.abc import Sequence

from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.stage.projection import Hop


def held(hops: Sequence[Hop], index: int) -> frozenset[int]:
    """The places of the requests that wait for their reply while the step at ``index`` runs.

    A request whose reply the flow never shows waits for nothing.
    """
    open_calls = []
    for place, hop in enumerate(hops[: index + 1]):
        if hop.step.kind is StepKind.REQUEST and hop.step.source != hop.step.target:
            reply = _reply_to(hops, place)
            if reply is not None and place < index <= reply:
                open_calls.append(place)
    return frozenset(open_calls)


def _reply_to(hops: Sequence[Hop], place: int) -> int | None:
    """The place of the first later reply that comes back from where a request went."""
    asked = hops[place].step
    for later in range(place + 1, len(hops)):
        step = hops[later].step
        if step.kind is StepKind.REPLY and (step.source, step.target) == (asked.target, asked.source):
            return later
    return None
