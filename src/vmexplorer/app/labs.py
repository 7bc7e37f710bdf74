"""The labs as data: what the rail, the search, the menus and the command line offer."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.errors import UnknownNameError


class LabEntry(NamedTuple):
    """A lab that opens at the side of the map.

    ``tab`` is the word on its tab; ``share`` is how much of the room beside the rail it
    takes, 0 to 1; ``parts`` are the components that lead to it, none when all do. ``section``
    is the heading in the rail under which it stands; ``view`` is what the map shows with it, ""
    for whatever it shows.
    """

    id: str
    name: str
    tab: str
    tip: str
    share: float
    parts: tuple[str, ...] = ()
    section: str = "LABS"
    view: str = ""


_AT_THE_CONSOLE = (
    "dcui", "hostd", "vpxa", "watchdog", "esxi-shell", "ssh", "vpxuser", "vmk-network-stack", "vobd", "vmsyslogd",
)  # fmt: skip

LABS: tuple[LabEntry, ...] = (
    LabEntry("whatif", "What-if: stop, hang, cut", "What-if", "Break a part and see what fails and what goes on", 0.37),
    LabEntry(
        "banks",
        "System image: two banks",
        "Boot banks",
        "Upgrade a host, break its start, and see which bank the boot loader chooses and why",
        0.54,
        ("boot-loader", "boot-bank", "store-locker", "osdata", "esxupdate", "init"),
        view="boot",
    ),
    LabEntry(
        "dcui",
        "Direct console",
        "Console",
        "The host's own screen: menus, tests, logs and repairs",
        0.54,
        _AT_THE_CONSOLE,
    ),
    LabEntry(
        "cases",
        "Troubleshooting cases",
        "Cases",
        "Find the fault behind a symptom, or hide one for the class",
        0.54,
    ),
    LabEntry(
        "quiz",
        "Interview questions",
        "Quiz",
        "Answer questions alone or with a class; the map shows why",
        0.54,
        section="QUIZ",
    ),
)


def labs() -> tuple[LabEntry, ...]:
    """All labs in the order in which they are offered."""
    return LABS


def lab_named(name: str) -> LabEntry:
    """The lab with this id or, whatever the case of its letters, this name or tab.

    Raises:
        UnknownNameError: there is none; names the nearest.
    """
    for lab in labs():
        if name.casefold() in (lab.id, lab.name.casefold(), lab.tab.casefold()):
            return lab
    raise UnknownNameError("lab", name, [lab.id for lab in labs()])
