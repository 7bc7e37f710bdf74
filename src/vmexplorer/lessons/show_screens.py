"""Which window of a show stands on which screen."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.lessons.show_state import Layer, ShowState

_OF_THE_SPEAKER = (Layer.NOTES, Layer.HELP, Layer.OVERVIEW, Layer.HIDDEN)
"""What is only for the speaker: with one screen it takes the place of the picture."""


class Placement(NamedTuple):
    """The index of the screen of each window; None: it is not shown.

    ``map`` is the program's own window, in which the speaker leaves the tour for a while.
    """

    audience: int | None = None
    speaker: int | None = None
    map: int | None = None


def placement(state: ShowState, screens: int, home: int, projector: int | None = None) -> Placement:
    """Where the windows stand.

    Args:
        state: the show.
        screens: how many screens there are, at least one.
        home: the index of the speaker's screen.
        projector: the screen that was chosen for the audience; None, or one that is not
            there or is the speaker's: the first other one.
    """
    home = min(home, screens - 1)
    if screens < 2:
        return _alone(state, home)
    others = [screen for screen in range(screens) if screen != home]
    beamer = projector if projector in others else others[0]
    if state.swapped:
        home, beamer = beamer, home
    audience = None if Layer.HIDDEN in state else beamer
    if _in_front(state) is Layer.DETOUR:
        return Placement(audience, None, home)
    return Placement(audience, home)


def _alone(state: ShowState, screen: int) -> Placement:
    """One window at a time."""
    front = _in_front(state)
    if front is None:
        return Placement(audience=screen)
    return Placement(map=screen) if front is Layer.DETOUR else Placement(speaker=screen)


def _in_front(state: ShowState) -> Layer | None:
    """Of what has a window of its own, the one that was entered last."""
    windows = [layer for layer in state.layers if layer is Layer.DETOUR or layer in _OF_THE_SPEAKER]
    return windows[-1] if windows else None
