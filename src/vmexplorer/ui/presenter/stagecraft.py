"""What a show needs from around it, so that a test can put other things there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from vmexplorer.app.commands import Command
from vmexplorer.app.kept import Kept
from vmexplorer.playback.clock import Clock
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.presenter.screens import Screens
from vmexplorer.ui.presenter.wakefulness import Wakefulness


class Stagecraft(NamedTuple):
    """Times, screens, keys and colours of a show.

    ``wall`` gives the time of day; ``ink`` is the theme of the audience's picture;
    ``projector`` is the index of the screen that was chosen for it, or None. ``kept`` is
    where ink is kept, that of every tour when ``keep_ink``.
    """

    clock: Clock
    wall: Callable[[], datetime]
    screens: Screens
    wakefulness: Wakefulness
    commands: Sequence[Command]
    ink: Ink
    projector: int | None = None
    kept: Kept = Kept(None)
    keep_ink: bool = False
