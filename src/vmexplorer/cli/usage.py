"""Parses the command line; every wrong use becomes one sentence that names the nearest right one."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn, TypeAlias

from vmexplorer.errors import UsageError, nearest

_NUMBER = re.compile(r"-\d+|-\d*\.\d+")

Subparsers: TypeAlias = "argparse._SubParsersAction[CommandParser]"


class CommandParser(argparse.ArgumentParser):
    """A parser that raises UsageError where its base class prints several lines and ends the program.

    ``known_options`` holds every option, such as ``--json``.
    """

    def __init__(self, **settings: Any) -> None:
        self.known_options: list[str] = []
        # An abbreviation that works today would break when a later option begins the same way.
        super().__init__(**{"allow_abbrev": False, **settings})

    def add_argument(self, *names: Any, **settings: Any) -> argparse.Action:
        """Adds an argument like the base class and notes its options."""
        action = super().add_argument(*names, **settings)
        self.known_options += action.option_strings
        return action

    def error(self, message: str) -> NoReturn:
        """Raises UsageError; ``message`` is what argparse found wrong."""
        missing = message.removeprefix("the following arguments are required: ")
        if missing != message:
            raise UsageError(f"'{self.prog}' also needs {missing}; '{self.prog} --help' explains it")
        raise UsageError(f"{message.removeprefix('argument ')}; '{self.prog} --help' explains it")

    def refuse_unknown(self, words: Sequence[str]) -> None:
        """Raises UsageError for the first option that the parser does not have.

        Done before parsing, which would take the value of a misspelt option
        for an argument and complain about that.
        """
        for word in words:
            if word == "--":
                return
            option = word.partition("=")[0]
            is_option = option.startswith("-") and option != "-" and not _NUMBER.fullmatch(option)
            if is_option and option not in self.known_options:
                raise unknown("option", option, self.known_options, f" for '{self.prog}'")


def unknown(what: str, name: str, known: Iterable[str], where: str = "") -> UsageError:
    """The error for a name that is none of those known; tells the nearest, or else all."""
    choices = list(dict.fromkeys(known))
    close = nearest(name, choices)
    advice = f"did you mean {close}?" if close else f"choose from {', '.join(choices)}"
    return UsageError(f"there is no {what} {name!r}{where}; {advice}")
