"""A boot bank: one partition with a system image, and what its boot.cfg says of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from vmexplorer.atlas.system_image import GivenBank


class BootState(IntEnum):
    """The key ``bootstate``; the loader writes DIRTY and INVALID only, the host VALID and UPGRADING only."""

    VALID = 0
    UPGRADING = 1
    DIRTY = 2
    INVALID = 3


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank as it stands on the boot device.

    Attributes:
        partition: its number.
        image: the name of what was written there, "" for nothing.
        build: the key ``build``; "" for none, which makes the bank unfit to boot.
        updated: the counter that orders the banks; 0: it was never valid.
        bootstate: the state; None: boot.cfg has no such key. Only 0 to 3 mean something.
        quick_boot: whether it was written for one start by Quick Boot.
        marked: whether the partition has the FAT mark of VMware.
        readable: whether boot.cfg can be read.
        writable: whether what the loader writes reaches the device.
    """

    partition: int
    image: str = ""
    build: str = ""
    updated: int = 0
    bootstate: int | None = BootState.INVALID
    quick_boot: bool = False
    marked: bool = True
    readable: bool = True
    writable: bool = True


def fresh_banks(image: str = "A") -> tuple[Bank, Bank]:
    """The banks after an installation: an image at partition 5, nothing at partition 6."""
    return Bank(5, image, image, 1, BootState.VALID), Bank(6)


def given_bank(given: GivenBank) -> Bank:
    """A bank as a story of the pack begins with it."""
    return Bank(
        given.partition,
        given.image,
        given.image if given.built else "",
        given.updated,
        given.bootstate,
        given.quick_boot,
        given.marked,
        given.readable,
        given.writable,
    )


def word(bootstate: int | None) -> str:
    """The name of a state, such as DIRTY; what the loader does not know is CORRUPTED."""
    if bootstate is None:
        return "no key"
    return BootState(bootstate).name if bootstate in list(BootState) else "CORRUPTED"


class Write(NamedTuple):
    """A change of the key ``bootstate`` of a partition; ``before`` is None where the key was missing."""

    partition: int
    before: int | None
    after: int
