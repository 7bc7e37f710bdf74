"""Lets only the first steps of a flow be told, so that what comes next can be asked."""

from __future__ import annotations

from dataclasses import dataclass

from vmexplorer.atlas.flow import Step


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """A bend for the explorer: of one flow, by its id, the first steps happen and no more."""

    flow: str
    count: int

    def __call__(self, flow: str, steps: tuple[Step, ...], first: int) -> tuple[Step, ...]:
        """The steps that are told; other flows stay as they are."""
        return steps[: self.count] if flow == self.flow else steps
