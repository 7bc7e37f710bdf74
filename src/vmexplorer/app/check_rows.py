"""What the lists of the troubleshooting lab offer: checks by their place, and guesses at a hidden fault."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.app.case_pages import part_name
from vmexplorer.app.inquiry import Inquiry
from vmexplorer.lessons.breaking import FaultKind
from vmexplorer.lessons.reading import command_in

KINDS = (
    (FaultKind.STOPPED, "has stopped"),
    (FaultKind.HUNG, "hangs"),
    (FaultKind.CUT, "is cut or blocked"),
    (FaultKind.SPECIAL, "is out of order in another way"),
)


class CheckRow(NamedTuple):
    """A check as it is listed; ``words`` are what a filter looks at besides name and command."""

    id: str
    name: str
    command: str
    tells: str
    words: str


class CheckGroup(NamedTuple):
    """A place with its checks; ``how`` says how one gets there."""

    name: str
    how: str
    checks: tuple[CheckRow, ...]


def check_groups(inquiry: Inquiry) -> tuple[CheckGroup, ...]:
    """The places and checks of an inquiry, as they are called in its era."""
    atlas = inquiry.atlas
    found = []
    for place, checks in inquiry.offers:
        rows = [
            CheckRow(
                check.id,
                check.name,
                command_in(atlas, check, inquiry.era),
                check.tells.text,
                f"{check.looks_at} {part_name(atlas, check.looks_at)}",
            )
            for check in checks
        ]
        found.append(CheckGroup(place.name, place.how, tuple(rows)))
    return tuple(found)


def part_choices(inquiry: Inquiry) -> tuple[tuple[str, str], ...]:
    """Every component and link of the era by id and name."""
    atlas = inquiry.atlas
    parts = [id for id in (*atlas.components, *atlas.links) if atlas.exists(id, inquiry.era)]
    return tuple([(id, part_name(atlas, id)) for id in parts])
