"""The loader's screen as rows of characters: a title, a bar, messages, and keys at the foot."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from vmexplorer.atlas.system_image import LoaderTexts
from vmexplorer.labs.banks.bank import Bank
from vmexplorer.labs.banks.boot import COUNTDOWN, RESUME
from vmexplorer.labs.banks.scan import Found

COLUMNS, ROWS = 64, 14
"""Fewer than on a host, which has 126 columns of small letters, so that a class can read them."""


class Tone(StrEnum):
    """The colour of a piece of text."""

    TITLE = "title"
    TEXT = "text"
    KEY = "key"
    INPUT = "input"


class Piece(NamedTuple):
    """Some characters of one colour."""

    text: str
    tone: Tone = Tone.TEXT


Row = tuple[Piece, ...]


class LoaderScreen(NamedTuple):
    """What is on the screen.

    ``bar`` is how much of the image is loaded, 0 to 1, or None for the thin rule of the recovery screen. ``left``
    and ``right`` are the two rows at the foot. ``counts`` is the text of a countdown with {seconds}, which runs
    from ``seconds`` and stands in the lower left. A screen without a title is dark, and ``aside`` says why.
    """

    title: str = ""
    bar: float | None = None
    body: tuple[str, ...] = ()
    left: tuple[Row, Row] = ((), ())
    right: tuple[Row, Row] = ((), ())
    counts: str = ""
    seconds: int = 0
    aside: str = ""

    def after(self, passed: float) -> LoaderScreen:
        """The screen so many seconds into its countdown, which ends with 1."""
        if not self.counts:
            return self
        left = min(self.seconds, max(1, math.ceil(self.seconds - passed)))
        counting = Piece(self.counts.format(seconds=f"{left} second" if left == 1 else f"{left} seconds"), Tone.INPUT)
        return self._replace(left=(self.left[0], (counting,)))

    @property
    def text(self) -> str:
        """Everything on it as plain text, row by row, for those who listen."""
        foot = [_plain(row) for row in (*self.left, *self.right)]
        return "\n".join([part for part in (self.title, *self.body, *foot, self.aside) if part])


class Screens:
    """Makes screens from the texts of a pack; ``release`` stands before the name of an image in its build."""

    def __init__(self, texts: LoaderTexts, release: str) -> None:
        self._texts = texts
        self._release = release

    def scanning(self, messages: Sequence[str]) -> LoaderScreen:
        """While the loader scans, with what it complained of."""
        return LoaderScreen(self._texts.recovery_title, None, tuple(messages))

    def resuming(self, messages: Sequence[str]) -> LoaderScreen:
        """A message and the countdown after it."""
        texts = self._texts
        screen = self.scanning(messages)._replace(counts=texts.resume_countdown, seconds=RESUME)
        return screen._replace(left=(key_row(texts.resume), ())).after(0.0)

    def asking(self, messages: Sequence[str], found: Sequence[Found], default: Found) -> LoaderScreen:
        """The list of images and the question."""
        texts = self._texts
        body = (*messages, *self.listed(found, default), *texts.question)
        return self.scanning(body)._replace(left=(key_row(texts.yes), ()), right=(key_row(texts.no), ()))

    def listed(self, found: Sequence[Found], default: Found) -> tuple[str, ...]:
        """The images that could be booted."""
        valid = [one for one in found if one.valid]
        rows = [f"   BANK{one.bank.partition}: {self.build(one.bank)}{self._mark(one, default)}" for one in valid]
        return (self._texts.installed, *rows)

    def counting(self, title: str) -> LoaderScreen:
        """The countdown before a start."""
        texts = self._texts
        # The second key stands under the first, not at the edge.
        right = (key_row(texts.options), key_row(texts.recovery.ljust(len(texts.options))))
        left = (key_row(texts.boot), ())
        return LoaderScreen(title, 0.0, (), left, right, texts.countdown, COUNTDOWN).after(0.0)

    def editing(self, title: str, partition: int, rollback: bool) -> LoaderScreen:
        """The boot options, as Shift+O shows them."""
        texts = self._texts
        said = f"> {texts.kernel_options} bootUUID=(bank {partition}){' rollback' if rollback else ''}"
        left = (key_row(texts.apply), (Piece(said, Tone.INPUT),))
        return LoaderScreen(title, 0.0, (), left, (key_row(texts.cancel), ()))

    def loading(self, title: str, share: float) -> LoaderScreen:
        """While the image is loaded."""
        return LoaderScreen(title, share)

    def build(self, bank: Bank) -> str:
        """The build of a bank in the form of a host; the loader wants it to begin with digits."""
        return f"{self._release}-{bank.build}"

    def _mark(self, found: Found, default: Found) -> str:
        if found.upgrading:
            return f" {self._texts.upgrading}"
        return f" {self._texts.default}" if found is default else ""


def dark(aside: str) -> LoaderScreen:
    """A screen that shows no loader, and why."""
    return LoaderScreen(aside=aside)


def key_row(written: str) -> Row:
    """A key such as ``<ENTER: Boot>`` as pieces: its name in gold, the rest in grey."""
    name, colon, rest = written.partition(":")
    before, angle, key = name.rpartition("<")
    return (Piece(before + angle), Piece(key, Tone.KEY), Piece(colon + rest))


def _plain(row: Row) -> str:
    return "".join([piece.text for piece in row]).strip()
