"""The folder in which the program keeps what it can make again."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path | None:
    """The user's folder for prepared copies, which need not exist; None when the system names no such place."""
    named = {"win32": "LOCALAPPDATA", "darwin": ""}.get(sys.platform, "XDG_CACHE_HOME")
    base = Path(os.environ.get(named, "")) if named else Path()
    if base.is_absolute():  # the XDG rules have other values ignored
        return base / "vmexplorer"
    usual = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(sys.platform, ".cache")
    try:
        return Path.home() / usual / "vmexplorer"
    except RuntimeError:  # there is no home folder
        return None
