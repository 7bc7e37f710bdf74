"""Every command of the main window as data: what menus, the key map, the key sheet and the search are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Command(NamedTuple):
    """Something a user can tell the window to do.

    ``id`` never changes. ``keys`` are alternatives in the portable spelling of
    Qt, the one to show first; none: it is reached by menu and search only.
    ``group`` is the heading it stands under.
    """

    id: str
    title: str
    keys: tuple[str, ...]
    group: str


STEPS = tuple(f"step.{number}" for number in range(1, 10))

COMMANDS: tuple[Command, ...] = (
    Command("view.fit", "Show the whole picture", ("0", "F", "Shift+1"), "View"),
    Command("view.zoom-in", "Zoom in", ("+",), "View"),
    Command("view.zoom-out", "Zoom out", ("-",), "View"),
    Command("view.actual-size", "Zoom to actual size", ("Ctrl+0",), "View"),
    Command("view.zoom-selection", "Zoom to the selection", ("Shift+2",), "View"),
    Command("view.back", "Back to the view before", ("Alt+Left", "Backspace"), "View"),
    Command("view.forward", "Forward again", ("Alt+Right",), "View"),
    Command("view.up", "Up to the surrounding view", ("Alt+Up",), "View"),
    Command("play.toggle", "Play or pause", ("Space",), "Messages"),
    Command("play.next", "Next step", ("Right",), "Messages"),
    Command("play.previous", "Previous step", ("Left",), "Messages"),
    Command("play.first", "First step", ("Home",), "Messages"),
    Command("play.last", "Last step", ("End",), "Messages"),
    *(Command(id, f"Go to step {id[-1]}", (id[-1],), "Messages") for id in STEPS),
    Command("play.frame-on", "One frame on", ("Shift+Right",), "Messages"),
    Command("play.frame-back", "One frame back", ("Shift+Left",), "Messages"),
    Command("play.slower", "Play slower", ("[", "<"), "Messages"),
    Command("play.faster", "Play faster", ("]", ">"), "Messages"),
    Command("play.loop", "Repeat the message path", ("L",), "Messages"),
    Command("side.steps", "Show the steps of the message path", ("Shift+S",), "Messages"),
    Command("side.sequence", "Show the sequence diagram", ("S",), "Messages"),
    Command("step.open", "What is in this message", ("I",), "Messages"),
    Command("camera.follow", "Let the camera follow the step", (), "Messages"),
    Command("ratio.next", "Play in the real ratio of times", (), "Messages"),
    Command("motion.reduced", "Tell without movement", (), "Messages"),
    Command("flow.clear", "Put the message path away", (), "Messages"),
    Command("route.start", "Find the route between two components", ("R",), "Messages"),
    Command("plane.management", "Only the management paths", ("M",), "Planes"),
    Command("plane.data", "Only the traffic of virtual machines", ("D",), "Planes"),
    Command("traffic.background", "Show heartbeats, logs and other regular traffic", ("B",), "Planes"),
    Command("lab.whatif", "Open the what-if lab", ("W",), "Labs"),
    Command("whatif.stop", "Stop the selected part", ("Del",), "Labs"),
    Command("whatif.undo", "Take the last fault or event back", ("Ctrl+Z",), "Labs"),
    Command("whatif.redo", "Let it happen again", ("Ctrl+Shift+Z", "Ctrl+Y"), "Labs"),
    Command("whatif.reset", "Take all faults away", (), "Labs"),
    Command("lab.banks", "Open the lab of the two boot banks", (), "Labs"),
    Command("lab.dcui", "Open the direct console of the host", (), "Labs"),
    Command("lab.cases", "Open the troubleshooting cases", (), "Labs"),
    Command("lab.break", "Break it for the class, hide a fault", (), "Labs"),
    Command("lab.quiz", "Open the interview questions", (), "Labs"),
    Command("lab.close", "Close the lab", (), "Labs"),
    Command("tour.next", "Next stop or step of the tour", ("PgDown",), "Tours"),
    Command("tour.previous", "Previous stop or step of the tour", ("PgUp",), "Tours"),
    Command("tour.contents", "Contents of the tour", (), "Tours"),
    Command("tour.resume", "Take the last tour up again", (), "Tours"),
    Command("tour.leave", "Leave the tour", (), "Tours"),
    Command("tour.keep", "Save what I see as a stop", ("Ctrl+S",), "Tours"),
    Command("tour.edit", "Edit a tour of my own", ("Ctrl+E",), "Tours"),
    Command("search.open", "Search components, message paths and commands", ("Ctrl+K", "/", "Ctrl+F"), "Find"),
    Command("select.clear", "Clear the selection", ("Esc",), "Find"),
    Command("era.next", "Next version", (), "Versions"),
    Command("era.previous", "Previous version", (), "Versions"),
    Command("era.changes", "Mark what changed in this version", ("C",), "Versions"),
    Command("theme.next", "Change the colours", ("T",), "Window"),
    Command("present.start", "Present a tour from its start", ("F5",), "Window"),
    Command("present.here", "Present the tour from here", ("Shift+F5",), "Window"),
    Command("link.copy", "Copy a link to this picture", ("Ctrl+L",), "Window"),
    Command("window.fullscreen", "Full screen", ("F11",), "Window"),
    Command("help.keys", "Show all keys", ("?", "F1"), "Window"),
)


def on_sheet(commands: Sequence[Command]) -> tuple[Command, ...]:
    """The commands as the sheet of keys lists them: the steps in one row, if they have the digits of the keyboard."""
    return in_one_row(commands, STEPS, "123456789", "Go to a step")


def in_search(commands: Sequence[Command]) -> tuple[Command, ...]:
    """The commands that the search offers; steps are chosen from the list of steps."""
    return tuple([command for command in commands if command.id not in STEPS])


def in_one_row(commands: Sequence[Command], ids: Sequence[str], keys: str, title: str) -> tuple[Command, ...]:
    """The commands with several of them as one, which stands at the place of the first.

    Args:
        commands: what is listed.
        ids: those that become one, in the order of their keys.
        keys: a character for each; with other keys they stay apart.
        title: what the one row says.
    """
    several = [command for command in commands if command.id in ids]
    if [command.keys for command in several] != [(key,) for key in keys]:
        return tuple(commands)
    row = several[0]._replace(title=title, keys=(f"{keys[0]} – {keys[-1]}",))
    return tuple([row if command is several[0] else command for command in commands if command not in several[1:]])


def with_keys(commands: Sequence[Command], changes: Mapping[str, Sequence[str]]) -> tuple[Command, ...]:
    """Commands with other keys; a key that one takes is taken from the others.

    Args:
        commands: what is remapped.
        changes: for the id of a command all its keys, in the portable spelling of Qt; none
            leaves the command without a key.
    """
    taken = {key.casefold() for keys in changes.values() for key in keys}
    return tuple(
        [
            command._replace(keys=tuple(changes[command.id]))
            if command.id in changes
            else command._replace(keys=tuple([key for key in command.keys if key.casefold() not in taken]))
            for command in commands
        ]
    )
