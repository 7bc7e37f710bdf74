"""Opens the window, with as little loaded before it as possible."""

from __future__ import annotations

import gc
from importlib import import_module
from types import ModuleType

from vmexplorer.app.request import OpenRequest
from vmexplorer.cli.screen import qt_required, require_display


def open_window(request: OpenRequest) -> int:
    """Opens the window and returns its exit code when it is closed.

    Raises:
        UsageError: there is no display.
        VmexplorerError: Qt cannot be loaded.
    """
    require_display()
    with qt_required():
        window = load_window()
    code: int = window.run(request)
    return code


def load_window() -> ModuleType:
    """The module that runs the window.

    Start-up makes much and drops nothing, so the garbage collector would only search in
    vain; it rests from here until the window is complete.
    """
    gc.disable()
    return import_module("vmexplorer.ui.app")
