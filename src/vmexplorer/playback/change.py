"""What a call to the player has changed, for whoever must announce it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """Which of the player's values a call has changed; false as a whole when it changed none.

    ``finished`` is set when playing or ``next`` came to the end of the flow and rests there;
    a seek to the end does not set it.
    """

    timeline: bool = False
    position: bool = False
    step: bool = False
    playing: bool = False
    speed: bool = False
    loop: bool = False
    stop_at_each_step: bool = False
    finished: bool = False

    def __bool__(self) -> bool:
        return self != Change()
