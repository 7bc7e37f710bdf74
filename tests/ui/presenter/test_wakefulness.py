"""The screen saver is held back, or it is said that it cannot be."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from vmexplorer.ui.presenter import wakefulness
from vmexplorer.ui.presenter.wakefulness import (
    DesktopWakefulness,
    MacWakefulness,
    WindowsWakefulness,
    of_system,
)

ROOT = Path(__file__).resolve().parents[3]

# A screen saver of its own on a bus of its own: it counts who holds it back.
SERVICE = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, Slot, ClassInfo, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher
from vmexplorer.ui.presenter.wakefulness import DesktopWakefulness

@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class Saver(QObject):
    reasons = []
    @Slot(str, str, result="uint")
    def Inhibit(self, name, reason):
        Saver.reasons.append((name, reason))
        return 7

app = QCoreApplication([])
bus = QDBusConnection.sessionBus()
saver = Saver()
assert bus.registerObject("/org/freedesktop/ScreenSaver", saver, QDBusConnection.RegisterOption.ExportAllSlots)
assert bus.registerService("org.freedesktop.ScreenSaver")
import subprocess
holder = subprocess.Popen([sys.executable, "-c", '''
import time
from PySide6.QtCore import QCoreApplication
from vmexplorer.ui.presenter.wakefulness import DesktopWakefulness
app = QCoreApplication([])
held = DesktopWakefulness()
print(held.hold("a lecture"), flush=True)
held.release()
print(held.hold("another"), flush=True)
'''], stdout=subprocess.PIPE, text=True)
timer = QTimer()
def look():
    if holder.poll() is not None:
        app.quit()
timer.timeout.connect(look)
timer.start(50)
app.exec()
print(holder.stdout.read().split(), Saver.reasons)
"""


def test_every_system_has_its_way() -> None:
    ways = {platform: type(of_system(platform)) for platform in ("win32", "darwin", "linux", "freebsd14")}
    assert ways == {
        "win32": WindowsWakefulness,
        "darwin": MacWakefulness,
        "linux": DesktopWakefulness,
        "freebsd14": DesktopWakefulness,
    }


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs dbus-run-session")
def test_desktop_is_asked_over_the_session_bus() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "QT_QPA_PLATFORM": "offscreen"}
    command = ["dbus-run-session", "--", sys.executable, "-c", SERVICE]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == ("['True', 'True'] [('vmexplorer', 'a lecture'), ('vmexplorer', 'another')]"), (
        done.stderr
    )


def test_desktop_without_a_bus_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    held = DesktopWakefulness()
    assert not held.hold("a lecture")
    held.release()


def test_mac_runs_a_program_for_as_long_as_the_show_lasts(tmp_path: Path) -> None:
    program = tmp_path / "caffeinate"
    program.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    program.chmod(0o755)
    held = MacWakefulness(str(program))
    assert held.hold("a lecture")
    process = held._process
    assert process is not None
    assert held.hold("again")
    assert held._process is process
    held.release()
    assert process.state() == process.ProcessState.NotRunning
    assert not MacWakefulness(str(tmp_path / "missing")).hold("a lecture")


def test_windows_is_told_and_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []

    class Kernel:
        @staticmethod
        def SetThreadExecutionState(state: int) -> int:
            told.append(state)
            return 1

    class Libraries:
        kernel32 = Kernel

    monkeypatch.setattr(wakefulness.ctypes, "windll", Libraries, raising=False)
    held = WindowsWakefulness()
    assert held.hold("a lecture")
    held.release()
    assert told == [0x80000003, 0x80000000]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has these libraries")
def test_windows_way_elsewhere_says_that_it_cannot() -> None:
    assert not WindowsWakefulness().hold("a lecture")
