"""The folders in which the program keeps what belongs to one user."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple


class _Named(NamedTuple):
    """Where a kind of folder lies: the variable that names its base, "" for none, and the usual base in the home."""

    variable: str
    usual: str


_CACHE = {
    "win32": _Named("LOCALAPPDATA", "AppData/Local"),
    "darwin": _Named("", "Library/Caches"),
    "": _Named("XDG_CACHE_HOME", ".cache"),
}
_DATA = {
    "win32": _Named("LOCALAPPDATA", "AppData/Local"),
    "darwin": _Named("", "Library/Application Support"),
    "": _Named("XDG_DATA_HOME", ".local/share"),
}
_SETTINGS = {
    "win32": _Named("APPDATA", "AppData/Roaming"),
    "darwin": _Named("", "Library/Application Support"),
    "": _Named("XDG_CONFIG_HOME", ".config"),
}


def cache_folder() -> Path | None:
    """The user's folder for prepared copies, which need not exist; None when the system names no such place."""
    return _folder(_CACHE)


def data_folder() -> Path | None:
    """The user's folder for tours, progress and the state of the window; as with ``cache_folder``."""
    return _folder(_DATA)


def settings_path() -> Path | None:
    """The user's settings file, which need not exist; as with ``cache_folder``."""
    folder = _folder(_SETTINGS)
    return folder / "settings.json" if folder else None


def _folder(kinds: dict[str, _Named]) -> Path | None:
    named = kinds.get(sys.platform, kinds[""])
    base = Path(os.environ.get(named.variable, "")) if named.variable else Path()
    if base.is_absolute():  # the XDG rules have other values ignored
        return base / "vmexplorer"
    try:
        return Path.home() / named.usual / "vmexplorer"
    except RuntimeError:  # there is no home folder
        return None
