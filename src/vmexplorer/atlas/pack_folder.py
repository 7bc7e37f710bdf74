"""Lists and reads the files of a pack folder without ever leaving it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from vmexplorer.atlas.findings import Findings
from vmexplorer.atlas.pack_files import FILE_KINDS

MAX_FILES = 2000
MAX_TOTAL_BYTES = 20_000_000

_FILES = frozenset(kind.place for kind in FILE_KINDS if not kind.is_folder)
_FOLDERS = frozenset(kind.place for kind in FILE_KINDS if kind.is_folder)
_FOR_PEOPLE = ("README", "LICENSE")


@dataclass(frozen=True, slots=True)
class FileStamp:
    """A file of a pack: its name relative to the folder, its size in bytes, its time of change in ns."""

    name: str
    size: int
    changed: int


def stamps(folder: Path) -> tuple[FileStamp, ...]:
    """Every entry of a pack folder and of its known sub-folders, sorted by name; reads no content.

    Names that begin with a dot are left out. Stops after more entries than a
    pack may have.

    Raises:
        OSError: the folder cannot be listed.
    """
    found = _listed(folder, "")
    for name in sorted(_FOLDERS):
        if len(found) <= MAX_FILES and (folder / name).is_dir():
            found += _listed(folder / name, f"{name}/")
    return tuple(sorted(found, key=_name))


def _listed(folder: Path, prefix: str) -> list[FileStamp]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            about = entry.stat(follow_symlinks=False)
            if not (prefix == "" and entry.name in _FOLDERS and S_ISDIR(about.st_mode)):
                found.append(FileStamp(prefix + entry.name, about.st_size, about.st_mtime_ns))
            if len(found) > MAX_FILES:
                break
    return found


def _name(stamp: FileStamp) -> str:
    return stamp.name


def expected_files(folder: Path, findings: Findings) -> tuple[str, ...]:
    """The names of the files to read, sorted; everything else in the folder becomes a problem.

    Raises:
        OSError: the folder cannot be listed.
    """
    found = stamps(folder)
    if len(found) > MAX_FILES:
        findings.add("", "", f"the pack has more than {MAX_FILES:,} files")
        return ()
    names = [stamp.name for stamp in found]
    expected = tuple(name for name in names if _is_expected(name))
    for name in names:
        if not _is_expected(name) and not name.startswith(_FOR_PEOPLE):
            _report_unexpected(name, findings)
    for kind in FILE_KINDS:
        if kind.required and not any(name == kind.place or name.startswith(f"{kind.place}/") for name in expected):
            findings.add(kind.place, "", "is missing", f"every pack needs {kind.pattern}")
    return expected


def _is_expected(name: str) -> bool:
    folder, slash, rest = name.partition("/")
    return rest.endswith(".yaml") and folder in _FOLDERS if slash else name in _FILES


def _report_unexpected(name: str, findings: Findings) -> None:
    shown = os.fsencode(name).decode("utf-8", "backslashreplace")
    hint = findings.suggest(shown, [*_FILES, *_FOLDERS])
    if "/" in name:
        hint = "files in this folder are named <id>.yaml"
    findings.add(shown, "", "is not a file that a pack has", hint)


class _RefusedFile(Exception):
    """A file that must not be read."""


class FileReader:
    """Reads expected files, up to the total size a pack may have."""

    def __init__(self, folder: Path, findings: Findings) -> None:
        self._root = folder.resolve()
        self._findings = findings
        self._room = MAX_TOTAL_BYTES

    def read(self, name: str) -> bytes | None:
        """The content of a file, or None after noting why it is not read."""
        try:
            path = self._inside(name)
            with path.open("rb") as file:
                data = file.read(self._room + 1)
            self._room -= len(data)
            if self._room < 0:
                self._room = 0
                raise _RefusedFile(f"makes the pack larger than {MAX_TOTAL_BYTES:,} bytes")
        except _RefusedFile as refused:
            self._findings.add(name, "", str(refused))
        except OSError as error:
            self._findings.add(name, "", f"cannot be read: {error.strerror}")
        else:
            return data
        return None

    def _inside(self, name: str) -> Path:
        try:
            path = (self._root / name).resolve(strict=True)
        except RuntimeError:  # how Python before 3.13 reports a circle of symbolic links
            raise _RefusedFile("cannot be read: its links lead in a circle") from None
        if not path.is_relative_to(self._root):
            raise _RefusedFile("leads out of the pack folder")
        if not S_ISREG(path.stat().st_mode):
            raise _RefusedFile("is not a regular file")
        return path
