"""What a card says of one bank at a moment of a show."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.labs.banks.bank import Bank, BootState, word
from vmexplorer.labs.banks.beat import BeatKind
from vmexplorer.labs.banks.host import Host, Phase
from vmexplorer.labs.banks.picture import Picture
from vmexplorer.labs.banks.session import Prediction
from vmexplorer.stage.overlay import Role

_STATUS = {
    Phase.RUNNING: ("runs from here", Role.GOOD),
    Phase.STARTING: ("starts from here", Role.CHANGING),
    Phase.CRASHED: ("has crashed", Role.FAULT),
}
_SIGNS: dict[int, Role] = {
    BootState.VALID: Role.GOOD,
    BootState.UPGRADING: Role.CHANGING,
    BootState.DIRTY: Role.AFFECTED,
    BootState.INVALID: Role.FAULT,
}


class SlotLook(NamedTuple):
    """A bank as its card shows it.

    Attributes:
        partition: its number.
        image: the name of its image, "" for an empty bank.
        flaw: what is wrong with the image or its boot.cfg, in a few words; "" for nothing.
        updated: the counter.
        state: the digit of ``bootstate``, "–" without one.
        word: its name.
        sign: which sign and colour go with the state.
        link: the name that leads to it while a host runs, "" while none does.
        status: what the host does with it, "" for nothing.
        active: whether it is the bank that the host was booted from.
        role: the sign and colour of the status.
        watched: whether the present piece of the show is about it.
        change: what has just been written, such as ``1 → 2``; "" for nothing.
        glow: how strongly that shows, 0 to 1.
        filling: how much of a new image has been written, 0 to 1; None while none is.
        expected: whether the learner expects it to boot.
    """

    partition: int
    image: str
    flaw: str
    updated: int
    state: str
    word: str
    sign: Role
    link: str = ""
    status: str = ""
    active: bool = False
    role: Role = Role.FOCUS
    watched: bool = False
    change: str = ""
    glow: float = 0.0
    filling: float | None = None
    expected: bool = False

    @property
    def text(self) -> str:
        """Everything on the card as one sentence, for those who listen."""
        image = f"image {self.image}" if self.image else "empty"
        parts = [image, self.flaw, f"updated {self.updated}", f"bootstate {self.state} {self.word}"]
        parts += [self.link, f"the host {self.status}" if self.status else "", "your guess" if self.expected else ""]
        return f"Partition {self.partition}: {', '.join([part for part in parts if part])}."


def slots(before: Host, after: Host, picture: Picture, expected: Prediction | None = None) -> tuple[SlotLook, ...]:
    """The cards of all banks.

    Args:
        before: the host before the event that is shown.
        after: the host that the show leads to.
        picture: what of the show is over.
        expected: which bank the learner expects, if any.
    """
    host = after if picture.done else before
    guess = None if expected is None else expected.partition
    looks = [_slot(bank, host, after.bank(bank.partition), picture) for bank in picture.banks]
    return tuple([look._replace(expected=look.partition == guess) for look in looks])


def _slot(bank: Bank, host: Host, later: Bank, picture: Picture) -> SlotLook:
    watched = not picture.done and picture.partition == bank.partition
    # While the loader works, the host runs from no bank.
    rests = picture.done or picture.kind is BeatKind.HOST
    active = rests and host.booted == bank.partition
    status, role = _STATUS.get(host.phase, ("", Role.FOCUS)) if active else ("", Role.FOCUS)
    linked = rests and host.phase is Phase.RUNNING and len(host.banks) == 2
    staged = picture.kind is BeatKind.HOST and later.bootstate == BootState.UPGRADING
    wrote = picture.wrote if picture.wrote is not None and picture.wrote.partition == bank.partition else None
    return SlotLook(
        bank.partition,
        bank.image,
        _flaw(bank),
        bank.updated,
        _digit(bank.bootstate),
        word(bank.bootstate),
        _SIGNS.get(bank.bootstate, Role.AFFECTED) if bank.bootstate is not None else Role.AFFECTED,
        ("/bootbank" if active else "/altbootbank") if linked else "",
        status,
        active,
        role,
        watched,
        "" if wrote is None else f"{_digit(wrote.before)} → {_digit(wrote.after)}",
        picture.glow if wrote is not None else 0.0,
        picture.share if watched and staged else None,
    )


def _digit(bootstate: int | None) -> str:
    return "–" if bootstate is None else str(int(bootstate))


def _flaw(bank: Bank) -> str:
    if not bank.marked:
        return "no FAT mark"
    if not bank.readable:
        return "boot.cfg unreadable"
    if bank.image and not bank.build:
        return "no build"
    if bank.quick_boot:
        return "for Quick Boot"
    return "" if bank.writable else "takes no writes"
