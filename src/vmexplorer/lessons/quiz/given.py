"""What somebody answers, whatever the way in which it was given."""

from __future__ import annotations

from typing import NamedTuple


class Given(NamedTuple):
    """An answer: places of options or of things in order, a clicked component, or a text.

    ``picked`` counts from 0 in the order of the pack. For a true-or-false question 0 is true
    and 1 is false.
    """

    picked: tuple[int, ...] = ()
    component: str = ""
    text: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was answered."""
        return not (self.picked or self.component or self.text.strip())
