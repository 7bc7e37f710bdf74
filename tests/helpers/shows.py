"""Small shows to test with."""

from __future__ import annotations

from collections.abc import Sequence

from vmexplorer.app.show_commands import SHOW_COMMANDS
from vmexplorer.app.showing import Showing
from vmexplorer.lessons.script import Script, ScriptStop
from vmexplorer.lessons.show import Going, Show
from vmexplorer.lessons.tour_walk import StepSpan
from vmexplorer.playback.clock import ManualClock

SPANS = (None, StepSpan(2, 3), None, StepSpan(0, 0), None)
WHISPERED = "whisper"  # in the notes of every stop


def small_script(spans: Sequence[StepSpan | None] = SPANS) -> Script:
    """A tour whose stops play these steps; each is planned for a minute."""
    return Script(
        "A walk",
        tuple(
            ScriptStop(f"Stop {number}", f"Caption {number}", (f"{WHISPERED} {number}",), 60.0, span)
            for number, span in enumerate(spans, start=1)
        ),
    )


def small_show(
    spans: Sequence[StepSpan | None] = SPANS, *, stop: int = 0, screens: int = 2
) -> tuple[Show, ManualClock]:
    """A show and the clock that it goes by."""
    clock = ManualClock()
    return Show(spans, clock, stop, screens), clock


def small_showing(
    spans: Sequence[StepSpan | None] = SPANS, *, stop: int = 0, screens: int = 2
) -> tuple[Showing, ManualClock]:
    """A show with all that belongs to it, and its clock."""
    clock = ManualClock()
    return Showing(small_script(spans), clock, stop, screens), clock


def press_keys(showing: Showing, *keys: str, moving: bool = False) -> list[Going]:
    """Presses keys by their names in the key map and returns what each did to the picture."""
    table = {key: command.id for command in reversed(SHOW_COMMANDS) for key in command.keys}
    return [showing.do(table[key], moving=moving) for key in keys]
