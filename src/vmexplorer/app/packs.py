"""Where packs come from and where their prepared copies are kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from vmexplorer import resources
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.loading import load


def load_pack(folder: Path | None = None) -> Atlas:
    """The atlas of a pack folder, or of the shipped pack.

    Raises:
        PackError: with every problem of the pack.
    """
    return load(resources.pack() if folder is None else folder, cache_folder())


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
