"""The entry points, and what becomes of errors: one line on standard error and an exit code.

0 done, 1 it did not work, 2 wrong usage, 130 interrupted, 141 the reader of the output has gone.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from vmexplorer import __version__
from vmexplorer.cli import check, describe, export, output, route, show
from vmexplorer.cli import open as open_command
from vmexplorer.cli.usage import CommandParser, UsageError, unknown
from vmexplorer.errors import UnknownNameError, VmexplorerError

_COMMANDS = (open_command, show, describe, route, export, check)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command.

    Args:
        argv: the words after the program's name; None takes them from the
            process. Without any the window opens.

    Returns:
        the exit code.
    """
    words = list(sys.argv[1:] if argv is None else argv) or ["open"]
    output.speak_utf8()
    try:
        code = _run(words)
        output.finish()
    except UnknownNameError as error:
        return _complain(f"{error}{_where_names_stand(error)}", 2)
    except UsageError as error:
        return _complain(str(error), 2)
    except VmexplorerError as error:
        return _complain(str(error), 1)
    except BrokenPipeError:
        output.give_up()
        return 141
    except KeyboardInterrupt:
        return 130
    return code


def window() -> int:
    """Opens the window."""
    return main(["open"])


def _run(words: list[str]) -> int:
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


def _where_names_stand(error: UnknownNameError) -> str:
    """Which list has the right name, when none is near enough to be told."""
    lists = [name for name in show.LISTS if error.what.startswith(name.removesuffix("s"))]
    return f"; 'vmexplorer show {lists[0]}' lists them" if lists and not error.nearest else ""


def _complain(text: str, code: int) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"vmexplorer: {output.harmless(' '.join(text.split()))}\n")
    return code
