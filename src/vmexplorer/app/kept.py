"""What the program keeps for its next start: small documents, each under a name of its own.

A document is read whole or set aside: whoever damaged it, the program starts and says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from vmexplorer.app.user_folders import data_folder
from vmexplorer.app.whole_file import write_whole

MAX_BYTES = 5_000_000
T = TypeVar("T")
_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")


class Reading(NamedTuple):
    """A document as it was found.

    ``content`` is None when there is none, or none that can be used; ``version`` is that
    of the content, never newer than the one asked for. ``complaint`` is one sentence for
    the message bar, or "".
    """

    content: Any = None
    version: int = 0
    complaint: str = ""


class Kept:
    """Documents of JSON values in one folder.

    Args:
        folder: where they lie; made at the first writing. None: nothing is kept.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @classmethod
    def of_user(cls) -> Kept:
        """The documents of the user who runs the program."""
        folder = data_folder()
        return cls(folder / "kept" if folder else None)

    def read(self, name: str, version: int) -> Reading:
        """A document by its name; one that is damaged or newer than ``version`` is set aside under another name.

        Args:
            name: small letters, digits and hyphens.
            version: the newest form that the caller understands.
        """
        file = self._file(name)
        if file is None:
            return Reading()
        try:
            with file.open("rb") as opened:
                data = opened.read(MAX_BYTES + 1)
        except FileNotFoundError:
            return Reading()
        except OSError as error:
            return Reading(complaint=f"{file} cannot be read: {error.strerror or error}.")
        found = _parsed(data, name)
        if found is None:
            return self._set_aside(file, "is damaged")
        if found.version > version:
            return self._set_aside(file, "was written by a newer version of vmexplorer")
        return found

    def read_as(self, name: str, version: int, take: Callable[[Any], T]) -> tuple[T | None, str]:
        """What a reader makes of a document, or None; and one sentence on what was wrong with it, or "".

        Args:
            name: as with ``read``.
            version: as with ``read``.
            take: makes of the content what is wanted; it raises ValueError, KeyError or
                TypeError when the content is anything else, and the document is set aside.
        """
        reading = self.read(name, version)
        if reading.content is None:
            return None, reading.complaint
        try:
            return take(reading.content), reading.complaint
        except (ValueError, KeyError, TypeError):
            return None, self.reject(name)

    def reject(self, name: str) -> str:
        """Sets a document aside whose content its reader cannot use; returns what to say of it."""
        file = self._file(name)
        return self._set_aside(file, "is damaged").complaint if file is not None else ""

    def write(self, name: str, version: int, content: Any) -> str:
        """Keeps a document, the former one is replaced; returns "" or one sentence on why it could not.

        Args:
            name: small letters, digits and hyphens.
            version: the form of the content, from 1.
            content: JSON values.
        """
        file = self._file(name)
        if file is None:
            return ""
        head = {"document": name, "version": version, "content": content}
        try:
            write_whole(file, (json.dumps(head, ensure_ascii=False, indent=1) + "\n").encode())
        except OSError as error:
            return f"{file} cannot be written: {error.strerror or error}."
        return ""

    def remove(self, name: str) -> None:
        """Forgets a document, if there is one; a folder that cannot be written is no error."""
        file = self._file(name)
        if file is not None:
            try:
                file.unlink(missing_ok=True)
            except OSError:
                return

    def _file(self, name: str) -> Path | None:
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no name of a document: small letters, digits and hyphens make one")
        return self._folder / f"{name}.json" if self._folder else None

    def _set_aside(self, file: Path, reason: str) -> Reading:
        """Gives a file another name, which is none that was given before."""
        for number in range(1, 1000):
            other = file.with_suffix(f".aside-{number}.json")
            if not other.exists():
                break
        try:
            file.rename(other)
        except OSError as error:
            return Reading(complaint=f"{file} {reason} and cannot be set aside: {error.strerror or error}.")
        return Reading(complaint=f"{file} {reason}; it is now {other.name}, and vmexplorer begins anew.")


def _parsed(data: bytes, name: str) -> Reading | None:
    """The content of a file; None when it is not what ``write`` wrote."""
    if len(data) > MAX_BYTES:
        return None
    try:
        found = json.loads(data)
        if found["document"] != name or type(found["version"]) is not int or found["version"] < 1:
            return None
        return Reading(found["content"], found["version"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
