"""Lists what lies in a pack folder; all that is needed to see whether a pack has changed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR

MAX_FILES = 2000


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a pack: its name relative to the folder, its size in bytes, its time of change in ns.

    A folder has a name that ends in a slash, and neither size nor time.
    """

    name: str
    size: int = 0
    changed: int = 0


def entries(folder: Path) -> tuple[Entry, ...]:
    """Every entry of a pack folder and of the folders directly in it, sorted by name; reads no content.

    Follows no symbolic link and leaves out names that begin with a dot. Stops
    after more entries than a pack may have.

    Raises:
        OSError: a folder cannot be listed.
    """
    found: list[Entry] = []
    for entry in _listed(folder, ""):
        found.append(entry)
        if entry.name.endswith("/") and len(found) <= MAX_FILES:
            found += _listed(folder / entry.name, entry.name)
    return tuple(sorted(found, key=_name))


def _listed(folder: Path, prefix: str) -> list[Entry]:
    found: list[Entry] = []
    with os.scandir(folder) as listing:
        for one in listing:
            if one.name.startswith("."):
                continue
            about = one.stat(follow_symlinks=False)
            if not prefix and S_ISDIR(about.st_mode):
                found.append(Entry(f"{one.name}/"))
            else:
                found.append(Entry(prefix + one.name, about.st_size, about.st_mtime_ns))
            if len(found) > MAX_FILES:
                break
    return found


def _name(entry: Entry) -> str:
    return entry.name
