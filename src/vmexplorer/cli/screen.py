"""What must be there before anything is drawn."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from vmexplorer.errors import UsageError, VmexplorerError

_QT = ("PySide6", "shiboken6")


def require_display() -> None:
    """Raises UsageError on a Linux system on which no window can be shown."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not named:
        raise UsageError(
            "there is no display to open a window on; start it from a desktop session or set DISPLAY or"
            " WAYLAND_DISPLAY (over SSH: ssh -X), or draw into a file with 'vmexplorer export OUT.png'"
        )


@contextmanager
def qt_required() -> Iterator[None]:
    """Turns a Qt that is missing or cannot be loaded into a VmexplorerError that says what to do."""
    try:
        yield
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in _QT:
            raise
        raise VmexplorerError(
            f"Qt cannot be loaded: {error}; run 'python3 start.py' once from a copy of the project,"
            " which installs what is missing"
        ) from error
