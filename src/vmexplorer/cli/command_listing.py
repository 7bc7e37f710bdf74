"""The commands of the window and of shows that ``show`` writes, with the ids that the settings file names."""

from __future__ import annotations

from typing import Any

from vmexplorer.app.commands import COMMANDS
from vmexplorer.app.show_commands import SHOW_COMMANDS
from vmexplorer.cli.listing import Table

_SECTIONS = {"keys": COMMANDS, "presenter_keys": SHOW_COMMANDS}


def command_records() -> list[dict[str, Any]]:
    """Every command as a JSON object, with the section of the settings file that changes its keys."""
    return [
        {"id": command.id, "title": command.title, "keys": list(command.keys), "section": section}
        for section, commands in _SECTIONS.items()
        for command in commands
    ]


def command_columns() -> Table:
    """The same as heads and rows of plain text."""
    return ("ID", "KEYS", "SECTION", "TITLE"), [
        (record["id"], ", ".join(record["keys"]) or "-", record["section"], record["title"])
        for record in command_records()
    ]
