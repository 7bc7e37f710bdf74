"""The entry points, and what becomes of errors: one line on standard error and an exit code.

0 done, 1 it did not work, 2 wrong usage, 130 interrupted, 141 the reader of the output has gone.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from vmexplorer.cli import output
from vmexplorer.errors import UnknownNameError, UsageError, VmexplorerError


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
    if words == ["open"]:
        # Opening plainly is what happens most; it needs no parser, so none is loaded.
        from vmexplorer.app.request import OpenRequest
        from vmexplorer.cli.window import open_window

        return open_window(OpenRequest())
    from vmexplorer.cli.dispatch import run

    return run(words)


def _where_names_stand(error: UnknownNameError) -> str:
    """Which list has the right name, when none is near enough to be told."""
    from vmexplorer.cli import show

    lists = [name for name in show.LISTS if error.what.startswith(name.removesuffix("s"))]
    return f"; 'vmexplorer show {lists[0]}' lists them" if lists and not error.nearest else ""


def _complain(text: str, code: int) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"vmexplorer: {output.harmless(' '.join(text.split()))}\n")
    return code
