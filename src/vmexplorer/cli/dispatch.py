"""Finds the command that the words name and runs it."""

from __future__ import annotations

from vmexplorer import __version__
from vmexplorer.cli import (
    banks,
    blocked,
    case,
    check,
    dcui,
    describe,
    export,
    narrate,
    present,
    quiz,
    route,
    show,
    whatif,
)
from vmexplorer.cli import open as open_command
from vmexplorer.cli.usage import CommandParser, unknown
from vmexplorer.errors import UsageError

_COMMANDS = (
    open_command,
    show,
    describe,
    route,
    export,
    check,
    blocked,
    narrate,
    banks,
    dcui,
    quiz,
    whatif,
    present,
    case,
)


def run(words: list[str]) -> int:
    """Runs a command and returns its exit code.

    Raises:
        UsageError: the words are no command, or not in its form.
    """
    parser = CommandParser(prog="vmexplorer", description="An interactive map of how VMware ESXi works.")
    parser.add_argument("--version", action="version", version=f"vmexplorer {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for module in _COMMANDS:
        module.add(subparsers)
    command = words[0]
    if command.startswith("-"):
        chosen = parser
    elif command in subparsers.choices:
        chosen = subparsers.choices[command]
    else:
        raise unknown("command", command, subparsers.choices)
    chosen.refuse_unknown(words)
    try:
        arguments, left = parser.parse_known_args(words)
    except SystemExit as ended:  # --help and --version end this way
        return int(ended.code or 0)
    if left:
        raise UsageError(f"{left[0]!r} is one argument too many; '{chosen.prog} --help' shows what belongs there")
    code: int = arguments.run(arguments)
    return code
