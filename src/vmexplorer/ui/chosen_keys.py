"""The commands with the keys that the settings file gives them."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from vmexplorer.app.commands import COMMANDS, Command, with_keys
from vmexplorer.app.settings import Keys, SettingsFile
from vmexplorer.app.show_commands import SHOW_COMMANDS, remapped
from vmexplorer.errors import UsageError

_FORM = QKeySequence.SequenceFormat.PortableText


def window_commands(file: SettingsFile, keys: Keys) -> tuple[Command, ...]:
    """The commands of the main window; keys that do not exist become complaints of the file."""
    return with_keys(COMMANDS, _known(file, "keys", keys))


def show_commands(file: SettingsFile, keys: Keys) -> tuple[Command, ...]:
    """The commands of a show; unknown commands and keys become complaints of the file."""
    made = SHOW_COMMANDS
    for command, chosen in _known(file, "presenter_keys", keys).items():
        try:
            made = remapped({command: chosen}, made)
        except UsageError as error:
            file.complain(("presenter_keys", command), str(error))
    return made


def _known(file: SettingsFile, section: str, keys: Keys) -> Keys:
    """The keys in the portable spelling of Qt; a command with a key that Qt does not know keeps its own."""
    found: dict[str, tuple[str, ...]] = {}
    for command, chosen in keys.items():
        spelled = {key: _spelled(key) for key in chosen}
        wrong = [key for key, portable in spelled.items() if not portable]
        if wrong:
            file.complain((section, command), f"there is no key {wrong[0]!r}; write one such as Ctrl+K, PgDown or F5")
        else:
            found[command] = tuple(spelled.values())
    return found


def _spelled(key: str) -> str:
    """A key as Qt spells it; "" when there is no such key."""
    sequence = QKeySequence(key, _FORM)
    return sequence.toString(_FORM) if sequence.count() == 1 else ""
