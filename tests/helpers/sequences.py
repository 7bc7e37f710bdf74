"""Sequence diagrams of the shipped pack, and moments of the one of F01."""

from __future__ import annotations

from tests.helpers.shipped import shipped_atlas
from vmexplorer.playback.frame import Frame, Phase
from vmexplorer.stage.sequence import SequenceLayout
from vmexplorer.stage.sequence_layout import sequence_layout
from vmexplorer.stage.sequence_state import SequenceState, sequence_state
from vmexplorer.ui.panels.sequence_panel import SequencePanel


def layout_of(flow: str = "F01") -> SequenceLayout:
    """The diagram of a flow in ESXi 8."""
    atlas = shipped_atlas()
    return sequence_layout(atlas.steps_in(atlas.flow(flow), "e8"), atlas)


LAYOUT = layout_of()


def moment(step: int, progress: float = 0.5) -> SequenceState:
    """F01 at a step, which is that far on its way."""
    phase = Phase.DWELL if progress == 1.0 else Phase.TRAVEL
    return sequence_state(LAYOUT, Frame(step, phase, progress=progress, done=step))


def scrolled(panel: SequencePanel) -> int:
    """How far the diagram is scrolled down, in pixels."""
    return panel.view.verticalScrollBar().value()
