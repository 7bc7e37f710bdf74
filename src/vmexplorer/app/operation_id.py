"""Takes an operation id apart: each server on the way of an order appends its own part to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from vmexplorer.atlas.flow import Step

# Servers append one or two hexadecimal digits; at the end of the first id that is told they are the receiver's.
_APPENDED = re.compile(r"(?<=.)-[0-9a-f]{1,2}$")


class IdPart(NamedTuple):
    """A part of an operation id.

    ``by`` is the component that appended it, "" for the beginning, whose maker is not
    told. ``step`` is the place, from 0, of the step at which it first appears.
    """

    text: str
    by: str
    step: int


def id_parts(steps: Sequence[Step], index: int) -> tuple[IdPart, ...]:
    """The parts of the operation id of a step, joined again they are the whole; none where no id is known.

    Args:
        steps: the steps of one era in order.
        index: which of them, from 0.
    """
    wanted = steps[index].op_id
    if not wanted:
        return ()
    known: dict[str, int] = {}
    for place, step in enumerate(steps[: index + 1]):
        if step.op_id and (wanted == step.op_id or wanted.startswith(f"{step.op_id}-")):
            known.setdefault(step.op_id, place)
    stages = sorted(known, key=len)
    parts = list(_beginning(steps, stages[0], known[stages[0]]))
    for before, now in pairwise(stages):
        parts.append(IdPart(now.removeprefix(before), steps[known[now]].target, known[now]))
    return tuple(parts)


def _beginning(steps: Sequence[Step], id: str, place: int) -> tuple[IdPart, ...]:
    """The id as it is first told, without what the receiver appended to it at once."""
    step, found = steps[place], _APPENDED.search(id)
    if found is None or step.source == step.target:
        return (IdPart(id, "", place),)
    return IdPart(id[: found.start()], "", place), IdPart(found[0], step.target, place)
