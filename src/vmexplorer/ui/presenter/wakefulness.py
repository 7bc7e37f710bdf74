"""Holds the screen saver back while a show is on: one way for each system, and honest where there is none."""

from __future__ import annotations

import ctypes
import os
import sys
from typing import Protocol

from PySide6.QtCore import QProcess
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

_BUS = "vmexplorer-show"
_SERVICE, _PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
_PATIENCE = 500  # milliseconds for an answer
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2  # of SetThreadExecutionState


class Wakefulness(Protocol):
    """Keeps the screen awake."""

    def hold(self, reason: str) -> bool:
        """Holds the screen saver back until ``release``; returns whether the system has agreed."""
        ...

    def release(self) -> None:
        """Lets the screen saver come again."""
        ...


class DesktopWakefulness:
    """Asks the screen saver of a Linux desktop over the session bus.

    The connection is one of its own: what it holds is let go when it ends, even by a crash.
    """

    def __init__(self) -> None:
        self._connected = False

    def hold(self, reason: str) -> bool:
        """Asks for the inhibition."""
        if not self._connected:
            bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _BUS)
            self._connected = bus.isConnected()
            if not self._connected:
                self._drop()
                return False
            message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Inhibit")
            message.setArguments(["vmexplorer", reason])
            answer = bus.call(message, QDBus.CallMode.Block, _PATIENCE)
            if answer.type() != QDBusMessage.MessageType.ReplyMessage:
                self.release()
        return self._connected

    def release(self) -> None:
        """Leaves the bus, which ends the inhibition."""
        if self._connected:
            self._connected = False
            self._drop()

    def _drop(self) -> None:
        QDBusConnection.disconnectFromBus(_BUS)


class WindowsWakefulness:
    """Tells Windows that the display is in use."""

    def hold(self, reason: str) -> bool:
        """Sets the state of this thread."""
        return self._set(_CONTINUOUS | _SYSTEM | _DISPLAY)

    def release(self) -> None:
        """Sets it back."""
        self._set(_CONTINUOUS)

    def _set(self, state: int) -> bool:
        libraries = getattr(ctypes, "windll", None)
        return libraries is not None and bool(libraries.kernel32.SetThreadExecutionState(state))


class MacWakefulness:
    """Runs ``caffeinate``, which ends with this program at the latest."""

    def __init__(self, program: str = "/usr/bin/caffeinate") -> None:
        self._program = program
        self._process: QProcess | None = None

    def hold(self, reason: str) -> bool:
        """Starts it."""
        if self._process is None:
            process = QProcess()
            process.start(self._program, ["-d", "-i", "-w", str(os.getpid())])
            if not process.waitForStarted(_PATIENCE):
                return False
            self._process = process
        return True

    def release(self) -> None:
        """Ends it."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(_PATIENCE)


def of_system(platform: str = sys.platform) -> Wakefulness:
    """The way of a system by its name in Python."""
    if platform == "win32":
        return WindowsWakefulness()
    return MacWakefulness() if platform == "darwin" else DesktopWakefulness()
