"""Where packs come from and where their prepared copies are kept."""

from __future__ import annotations

from pathlib import Path

from vmexplorer import resources
from vmexplorer.app.user_folders import cache_folder
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.loading import last_good, load


def load_pack(folder: Path | None = None) -> Atlas:
    """The atlas of a pack folder, or of the shipped pack.

    Raises:
        PackError: with every problem of the pack.
    """
    return load(resources.pack() if folder is None else folder, cache_folder())


def load_last_good(folder: Path) -> Atlas | None:
    """The atlas of a pack folder as it last loaded without a problem, if it ever did."""
    return last_good(folder, cache_folder())
