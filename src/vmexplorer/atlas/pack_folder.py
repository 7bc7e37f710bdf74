"""Lists and reads the files of a pack folder without ever leaving it."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_ISREG

from vmexplorer.atlas.findings import Findings, as_name
from vmexplorer.atlas.pack_files import FILE_KINDS, FileKind
from vmexplorer.atlas.pack_listing import MAX_FILES, entries

MAX_TOTAL_BYTES = 20_000_000

_FILES = frozenset(kind.place for kind in FILE_KINDS if not kind.is_folder)
_FOLDERS = frozenset(kind.place for kind in FILE_KINDS if kind.is_folder)
_FOR_PEOPLE = ("README", "LICENSE")


def expected_files(folder: Path, findings: Findings) -> tuple[str, ...]:
    """The names of the files to read, sorted; everything else in the folder becomes a problem.

    Raises:
        OSError: the folder cannot be listed.
    """
    names = [entry.name for entry in entries(folder)]
    if len(names) > MAX_FILES:
        findings.add("", "", f"the pack has more than {MAX_FILES:,} files")
        return ()
    expected = tuple([name for name in names if _is_expected(name)])
    for name in names:
        _report_unexpected(name, findings)
    for kind in FILE_KINDS:
        if kind.required and not _is_there(kind, names, expected):
            findings.add(kind.place, "", "is missing", f"every pack needs {kind.pattern}")
    return expected


def _is_there(kind: FileKind, names: list[str], expected: tuple[str, ...]) -> bool:
    # A folder in the place of a file, or the reverse, has been reported already.
    if kind.place in names:
        return True
    if kind.is_folder:
        return any(name.startswith(f"{kind.place}/") for name in expected)
    return f"{kind.place}/" in names


def _is_expected(name: str) -> bool:
    folder, slash, rest = name.partition("/")
    return rest.endswith(".yaml") and folder in _FOLDERS if slash else name in _FILES


def _report_unexpected(name: str, findings: Findings) -> None:
    folder, slash, rest = name.partition("/")
    is_known_folder = bool(slash) and folder in _FOLDERS
    if _is_expected(name) or (is_known_folder and not rest) or name.startswith(_FOR_PEOPLE):
        return
    shown = as_name(os.fsencode(name).decode("utf-8", "backslashreplace"))
    if is_known_folder:
        findings.add(shown, "", "is not a file that a pack has", "files in this folder are named <id>.yaml")
    elif name in _FOLDERS:
        findings.add(shown, "", "must be a folder, not a file or a link")
    elif slash and folder in _FILES:
        if not rest:
            findings.add(folder, "", "must be a file, not a folder")
    elif not rest:  # what lies in an unknown folder needs no mention of its own
        kind = "folder" if slash else "file"
        hint = findings.suggest(shown.removesuffix("/"), [*_FILES, *_FOLDERS])
        findings.add(shown, "", f"is not a {kind} that a pack has", hint)


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
