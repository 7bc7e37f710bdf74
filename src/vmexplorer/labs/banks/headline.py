"""What is said at a moment of a show in one sentence, and what became of a prediction."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.atlas.bank_event import STAGING, Happening
from vmexplorer.labs.banks.beat import BeatKind
from vmexplorer.labs.banks.host import Moment, Phase
from vmexplorer.labs.banks.picture import Picture
from vmexplorer.labs.banks.reason import Reasons
from vmexplorer.labs.banks.session import BanksSession

_UNDER_WAY = {
    BeatKind.POWER: "The power is on, and the firmware starts the boot loader.",
    BeatKind.SCAN: "The loader looks for banks.",
    BeatKind.READ: "The loader reads partition {partition}.",
    BeatKind.CHOICE: "The loader chooses partition {partition}.",
    BeatKind.COUNTDOWN: "The loader counts down; now a key can stop it.",
    BeatKind.RESUME: "The loader shows a message and counts down 10 s.",
    BeatKind.QUESTION: "The loader asks: roll back for good?",
    BeatKind.ANSWER: "The answer is given.",
    BeatKind.NOTHING: "The loader has found no hypervisor.",
    BeatKind.LOAD: "The loader loads the kernel from partition {partition}.",
}


class Verdict(NamedTuple):
    """What became of a prediction: whether it was right, and why the loader chose as it did."""

    right: bool
    text: str


def headline(moment: Moment, picture: Picture) -> str:
    """What happens now, or how things stand once the show is over."""
    if picture.done:
        return _result(moment)
    if picture.kind is not BeatKind.HOST:
        return _UNDER_WAY[picture.kind].format(partition=picture.partition)
    kind = moment.event.kind if moment.event is not None else None
    if kind in STAGING:
        return f"A new image is written to partition {picture.partition}."
    return {
        Happening.COMPLETE: "The start comes to its end.",
        Happening.CRASH: "The start breaks off.",
    }.get(kind or Happening.REBOOT, _result(moment))


def _result(moment: Moment) -> str:
    booted = moment.host.running_bank
    if booted is None:
        if moment.host.phase is Phase.OFF:
            return "The host is off."
        return "No hypervisor was found, and the host waits for a key."
    name = f"image {booted.image} from partition {booted.partition}"
    if moment.event is not None and moment.event.kind in STAGING:
        (other,) = moment.host.others
        return f"The host still runs {name}; {other.image} waits in partition {other.partition}."
    return {
        Phase.RUNNING: f"The host runs {name}.",
        Phase.STARTING: f"The kernel of {name} starts. Will it get to the end?",
        Phase.CRASHED: f"The start of {name} has crashed.",
    }.get(moment.host.phase, "")


def verdict(session: BanksSession, picture: Picture, reasons: Reasons) -> Verdict | None:
    """What became of the prediction for the event that is shown, once the loader has chosen; None without one."""
    entry, boot, right = session.entry, session.now.boot, session.verdict
    if entry is None or entry.predicted is None or boot is None or right is None:
        return None
    if not (picture.done or picture.kind is BeatKind.LOAD):
        return None
    expected = entry.predicted.partition
    named = "no bank" if expected is None else f"partition {expected}"
    why = " ".join([reasons.plain(reason) for reason in boot.why])
    return Verdict(right, f"You expected {named}: {'right' if right else 'wrong'}. {why}")
