"""Every command of a show as data: what its keys do, and what its help sheet and the settings file are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vmexplorer.app.commands import Command, in_one_row, with_keys
from vmexplorer.errors import UsageError, nearest

LEAVE = "show.leave"
DIGITS = tuple(f"number.{digit}" for digit in range(10))

# A clicker sends PageDown, PageUp, "." and, from one button in turn, F5 and Esc.
_WALK = (
    Command("show.next", "Next step", ("PgDown", "Right", "Space", "N"), "Through the tour"),
    Command("show.previous", "Step back", ("PgUp", "Left", "Backspace", "P"), "Through the tour"),
    Command("show.down", "Next step; in the overview a row down", ("Down",), "Through the tour"),
    Command("show.up", "Step back; in the overview a row up", ("Up",), "Through the tour"),
    Command("show.enter", "Next step, or go to what is marked", ("Return", "Enter"), "Through the tour"),
    Command("show.first", "First stop", ("Home",), "Through the tour"),
    Command("show.last", "Last stop", ("End",), "Through the tour"),
    Command("show.number", "Go to a stop by its number", ("G",), "Through the tour"),
    Command("show.overview", "Overview of all stops", ("Tab",), "Through the tour"),
    Command("show.back", "Back to where you were before a jump", ("Alt+Left",), "Through the tour"),
    Command("show.forward", "Forward again", ("Alt+Right",), "Through the tour"),
    Command("show.replay", "Play the messages of the stop again", ("R",), "Through the tour"),
    Command(LEAVE, "Leave what is open; twice: end the show", ("Esc",), "Through the tour"),
)
_SCREEN = (
    Command("show.black", "Black screen", ("B", "."), "What the audience sees"),
    Command("show.white", "White screen", ("W",), "What the audience sees"),
    Command("show.freeze", "Freeze the picture of the audience", ("F", "F5"), "What the audience sees"),
    Command("show.hide", "Hide the show", ("H",), "What the audience sees"),
    Command("show.swap", "Swap the screens; with one screen: your notes", ("S",), "What the audience sees"),
    Command("show.move", "Move the picture to another screen", ("Shift+S",), "What the audience sees"),
    Command("show.fullscreen", "Full screen", ("F11",), "What the audience sees"),
)
_POINT = (
    Command("tool.laser", "Laser pointer (or hold Ctrl)", ("L",), "Pointing"),
    Command("tool.spotlight", "Spotlight", ("K",), "Pointing"),
    Command("tool.lens", "Zoom lens", ("Z",), "Pointing"),
    Command("tool.pen", "Draw", ("D",), "Pointing"),
    Command("tool.eraser", "Erase", ("E",), "Pointing"),
    Command("ink.undo", "Take the last stroke back", ("Ctrl+Z",), "Pointing"),
    Command("ink.redo", "Draw it again", ("Ctrl+Shift+Z", "Ctrl+Y"), "Pointing"),
    Command("ink.clear", "Clear the ink", ("C",), "Pointing"),
    Command("ink.colour", "Next colour of the pen", ("Shift+C",), "Pointing"),
    Command("ink.fade", "Let strokes fade by themselves", ("Shift+D",), "Pointing"),
    Command("ink.keep", "Keep the ink of this tour, or no longer", ("I",), "Pointing"),
    Command("picture.closer", "Closer; a stronger lens", ("+",), "Pointing"),
    Command("picture.farther", "Farther; a weaker lens", ("-",), "Pointing"),
    Command("picture.again", "Set the picture of the stop up again", ("V",), "Pointing"),
)
_LIVE = (
    Command("live.map", "Leave the tour for the map, or return", ("M",), "Live"),
    Command("live.break", "Break it in the what-if lab", ("X",), "Live"),
    Command("live.ask", "Ask a question", ("Q",), "Live"),
)
_TIME = (
    Command("timer.mode", "Time so far, time left, or the clock", ("T",), "Time and notes"),
    Command("timer.reset", "Set the timer to zero", ("Ctrl+T",), "Time and notes"),
    Command("timer.pause", "Stop the timer, or let it run", ("Ctrl+P",), "Time and notes"),
    Command("notes.larger", "Larger notes", ("Ctrl++", "Ctrl+="), "Time and notes"),
    Command("notes.smaller", "Smaller notes", ("Ctrl+-",), "Time and notes"),
    Command("show.help", "Show all keys", ("?", "F1"), "Time and notes"),
)
_NUMBERS = tuple(
    Command(id, "Type the number of a stop, then Enter", (digit,), "Through the tour")
    for id, digit in zip(DIGITS, "0123456789", strict=True)
)

SHOW_COMMANDS: tuple[Command, ...] = (*_WALK, *_SCREEN, *_POINT, *_LIVE, *_TIME, *_NUMBERS)


def on_sheet(commands: Sequence[Command]) -> tuple[Command, ...]:
    """The commands as a sheet of keys lists them: the digits in one row, if they are those of the keyboard."""
    found = in_one_row(commands, DIGITS, "0123456789", _NUMBERS[0].title)
    # The row stands with its group, not where the digits stand in the list.
    return tuple(sorted(found, key=lambda command: [one.group for one in found].index(command.group)))


def remapped(changes: Mapping[str, Sequence[str]], commands: Sequence[Command] = SHOW_COMMANDS) -> tuple[Command, ...]:
    """The commands with other keys; a key that one takes is taken from the others.

    Args:
        changes: for the id of a command all its keys, in the portable spelling of Qt; none
            leaves the command without a key.
        commands: what is remapped.

    Raises:
        UsageError: there is no such command, or no key would be left to leave the show.
    """
    known = [command.id for command in commands]
    for id in changes:
        if id not in known:
            close = nearest(id, known)
            hint = f"; the nearest is {close!r}" if close else ""
            raise UsageError(f"the show has no command {id!r}{hint}")
    made = with_keys(commands, changes)
    if not any(command.keys for command in made if command.id == LEAVE):
        raise UsageError(f"no key would be left to end the show; give {LEAVE!r} one")
    return made
