"""Small shows to test with."""

from __future__ import annotations

from collections.abc import Sequence

from vmexplorer.app.show_commands import SHOW_COMMANDS
from vmexplorer.app.showing import Showing
from vmexplorer.lessons.script import Script, ScriptStop
from vmexplorer.lessons.show import Going, Show
from vmexplorer.playback.clock import ManualClock

BEATS = (0, 2, 0, 1, 0)
WHISPERED = "whisper"  # in the notes of every stop


def small_script(beats: Sequence[int] = BEATS) -> Script:
    """A tour whose stops play so many steps; each is planned for a minute."""
    return Script(
        "A walk",
        tuple(
            ScriptStop(f"Stop {number}", f"Caption {number}", f"{WHISPERED} {number}", 60.0, beat)
            for number, beat in enumerate(beats, start=1)
        ),
    )


def small_show(beats: Sequence[int] = BEATS, *, stop: int = 0, screens: int = 2) -> tuple[Show, ManualClock]:
    """A show and the clock that it goes by."""
    clock = ManualClock()
    return Show(beats, clock, stop, screens), clock


def small_showing(beats: Sequence[int] = BEATS, *, stop: int = 0, screens: int = 2) -> tuple[Showing, ManualClock]:
    """A show with all that belongs to it, and its clock."""
    clock = ManualClock()
    return Showing(small_script(beats), clock, stop, screens), clock


def press_keys(showing: Showing, *keys: str, moving: bool = False) -> list[Going]:
    """Presses keys by their names in the key map and returns what each did to the picture."""
    table = {key: command.id for command in reversed(SHOW_COMMANDS) for key in command.keys}
    return [showing.do(table[key], moving=moving) for key in keys]
