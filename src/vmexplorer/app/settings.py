"""The settings file: what a user decides once for every start, as JSON in the user's folder for settings."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from vmexplorer import resources
from vmexplorer.app.user_folders import settings_path
from vmexplorer.drawing.theme import theme_names
from vmexplorer.errors import VmexplorerError, nearest

_LARGEST = 1_000_000  # bytes
_FEW = 12  # so many names can be listed in one sentence

WHEELS = ("zoom", "pan")
Keys = Mapping[str, tuple[str, ...]]
"""For the id of a command the keys that carry it out; none: it has no key."""


class Settings(NamedTuple):
    """What the user has decided; a field that the file leaves out has the value given here.

    ``theme`` is the id of a shipped theme, or "" for the usual one. ``restore`` says
    whether the window opens as it was closed; ``keep_ink`` whether the ink of every show
    is there again in the next one. ``wheel`` is what the wheel of the mouse does to the map,
    one of ``WHEELS``; with Ctrl it zooms in any case. ``keys`` are those of the main window, by
    the ids of ``app/commands.py``; ``presenter_keys`` are those of a presentation, by the
    ids that the presenter has. Keys are in the portable spelling of Qt and unchecked.
    """

    theme: str = ""
    restore: bool = True
    reduced_motion: bool = False
    keep_ink: bool = False
    wheel: str = "zoom"
    keys: Keys = MappingProxyType({})
    presenter_keys: Keys = MappingProxyType({})


class SettingsFault(VmexplorerError):
    """A value that a setting cannot have."""


class SettingsFile:
    """The settings file of a user.

    Args:
        file: where it lies; None: there is none.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._complaints: list[str] = []

    @classmethod
    def of_user(cls) -> SettingsFile:
        """The file of the user who runs the program."""
        return cls(settings_path())

    @property
    def complaints(self) -> tuple[str, ...]:
        """One sentence for each thing that is wrong in the file: file, line, key, what is right."""
        return tuple(self._complaints)

    def read(self) -> Settings:
        """The settings; what is wrong is passed over and becomes a complaint."""
        self._complaints.clear()
        found = self._content()
        settings = Settings()
        for key, value in found.items():
            try:
                if key == "keys":
                    settings = settings._replace(keys=self._keys(key, value))
                elif key == "presenter_keys":
                    settings = settings._replace(presenter_keys=self._keys(key, value))
                elif key in _READERS:
                    settings = settings._replace(**{key: _READERS[key](value)})
                else:
                    raise SettingsFault(f"is no setting{_hint(key, Settings._fields)}")
            except SettingsFault as fault:
                self.complain((key,), str(fault))
        return settings

    def complain(self, path: tuple[str, ...], text: str) -> str:
        """Notes a complaint on the value at a path of keys, such as ``("keys", "play.next")``, and returns it."""
        line = self._line(path)
        place = f"{self._file}:{line}" if line else str(self._file)
        said = f"{place}: {': '.join(path)}: {text}"
        self._complaints.append(said)
        return said

    def _keys(self, section: str, value: Any) -> Keys:
        """The keys of a section; raises SettingsFault when it holds none at all."""
        if not isinstance(value, dict):
            raise SettingsFault('must hold commands with their keys, such as {"play.next": ["Right", "N"]}')
        # Imported here: a file without keys, and a start without a file, need no list of commands.
        from vmexplorer.app.commands import COMMANDS

        known = [command.id for command in COMMANDS]
        found: dict[str, tuple[str, ...]] = {}
        for command, given in value.items():
            keys = [given] if isinstance(given, str) else given
            if section == "keys" and command not in known:
                self.complain((section, command), f"is no command{_hint(command, known)}")
            elif not isinstance(keys, list) or not all(isinstance(key, str) and key for key in keys):
                self.complain((section, command), 'must be a key or a list of keys, such as "N" or ["Right", "N"]')
            else:
                found[command] = tuple(keys)
        return found

    def _content(self) -> Mapping[str, Any]:
        data = self._data()
        if data is None:
            return {}
        try:
            found = json.loads(data)
        except (ValueError, RecursionError) as error:
            place = f"{self._file}:{error.lineno}" if isinstance(error, json.JSONDecodeError) else str(self._file)
            self._complaints.append(f"{place}: is no JSON: {getattr(error, 'msg', error)}; no setting is used")
            return {}
        if not isinstance(found, dict):
            self._complaints.append(f'{self._file}: must hold settings by their names, such as {{"theme": "dark"}}')
            return {}
        return found

    def _data(self) -> bytes | None:
        if self._file is None:
            return None
        try:
            with self._file.open("rb") as opened:
                data = opened.read(_LARGEST + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            self._complaints.append(f"{self._file}: cannot be read: {error.strerror or error}")
            return None
        if len(data) > _LARGEST:
            self._complaints.append(f"{self._file}: has more than {_LARGEST:,} bytes; no setting is used")
            return None
        return data

    def _line(self, path: tuple[str, ...]) -> int | None:
        """The line of a key; looked up only when something is wrong."""
        # JSON is YAML in a stricter form, and the reader of packs knows the line of every key.
        from vmexplorer.atlas.nodes import Mapping as Entries
        from vmexplorer.atlas.yaml_reader import read_yaml

        data = self._data()
        try:
            node: Any = read_yaml(data or b"", str(self._file))
        except VmexplorerError:
            return None
        line = None
        for key in path:
            if not isinstance(node, Entries) or key not in node.entries:
                break
            line, node = node.key_lines[key], node.entries[key]
        return line


def _hint(name: str, known: Collection[str]) -> str:
    close = nearest(name, known)
    if close:
        return f"; the nearest is {close!r}"
    return f"; choose from {', '.join(known)}" if len(known) < _FEW else ""


def _theme(value: Any) -> str:
    names = theme_names(resources.root() / "themes")
    if not isinstance(value, str) or value.casefold() not in names:
        raise SettingsFault(f"is {value!r} and must be one of: {', '.join(names)}")
    return value.casefold()


def _wheel(value: Any) -> str:
    if value not in WHEELS:
        raise SettingsFault(f"is {json.dumps(value)[:60]} and must be one of: {', '.join(WHEELS)}")
    return str(value)


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise SettingsFault(f"is {json.dumps(value)[:60]} and must be true or false")
    return value


_READERS: dict[str, Callable[[Any], Any]] = {
    "theme": _theme,
    "restore": _truth,
    "wheel": _wheel,
    "reduced_motion": _truth,
    "keep_ink": _truth,
}
