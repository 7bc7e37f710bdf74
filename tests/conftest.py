"""What every test runs under: no screen, a home of its own, no stray windows, no unexpected warnings."""

import gc
import logging
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.helpers.shipped import pictures, shipped_atlas
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.drawing.wiring import Wiring

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# These change sizes and styles, so pictures would depend on who runs the tests.
for _name in ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
    os.environ.pop(_name, None)

# The same examples for everybody in CI, fresh ones elsewhere; a failure prints how to repeat it.
settings.register_profile("project", deadline=None, database=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("project")

_XVFB_PROGRAMS = ("xvfb-run", "xauth")
_HOME_FOLDERS = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = [program for program in _XVFB_PROGRAMS if shutil.which(program) is None]
    if missing:
        skip = pytest.mark.skip(reason=f"needs {' and '.join(missing)}")
        for item in items:
            if item.get_closest_marker("xvfb"):
                item.add_marker(skip)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, so that no test reads or writes what belongs to the user."""
    folder = tmp_path_factory.mktemp("home")
    for name, place in _HOME_FOLDERS.items():
        monkeypatch.setenv(name, str(folder / place))
    return folder


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The atlas of the shipped pack."""
    return shipped_atlas()


@pytest.fixture(scope="session")
def every_picture(atlas: Atlas) -> tuple[Wiring, ...]:
    """Every view of the shipped pack in every era."""
    return tuple(pictures())


@pytest.fixture(autouse=True)
def _windows_end_with_their_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """Deletes the windows of a test at its end and fails it when one outlives that.

    A collection in the middle of Qt's event handling can delete what Qt still
    uses, so there is none while the test runs.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    try:
        yield
        left = _close_windows()
    finally:
        gc.enable()
    assert not left, f"windows outlive the test: {', '.join(left)}"


def _close_windows() -> list[str]:
    """Closes and deletes every top-level widget; returns the classes of those that remain."""
    core, widgets = sys.modules["PySide6.QtCore"], sys.modules["PySide6.QtWidgets"]
    # A popup goes with the window it belongs to; Qt crashes when that of a completer goes first.
    for popups in (False, True):
        for widget in widgets.QApplication.topLevelWidgets():
            if popups or widget.windowType() is not core.Qt.WindowType.Popup:
                widget.close()
                widget.deleteLater()
        # Deleting one object can post the deletion of another.
        for _ in range(3):
            core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    gc.collect()
    return [type(widget).__name__ for widget in widgets.QApplication.topLevelWidgets()]


@pytest.fixture(autouse=True)
def _log_stays_calm(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails a test in which the program logs a warning that ``allow_log`` does not name."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    marker = request.node.get_closest_marker("allow_log")
    allowed = (marker.args or (".*",)) if marker else ()
    unexpected = [
        record.getMessage()
        for record in records
        if record.name.split(".")[0] == "vmexplorer"
        and record.levelno >= logging.WARNING
        and not any(re.search(pattern, record.getMessage()) for pattern in allowed)
    ]
    assert not unexpected, f"unexpected in the log: {unexpected}"
