"""Banks and loaders for tests, short to write and short to compare."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.bank_event import BankEvent
from vmexplorer.atlas.bank_rule import BankRule
from vmexplorer.atlas.system_image import Loader
from vmexplorer.labs.banks.bank import Bank, Write
from vmexplorer.labs.banks.boot import Boot
from vmexplorer.labs.banks.eras import image_of, loader_named
from vmexplorer.labs.banks.host import Moment
from vmexplorer.labs.banks.reason import Reasons
from vmexplorer.labs.banks.screen import Screens
from vmexplorer.labs.banks.session import BanksSession, played
from vmexplorer.labs.banks.show import Director, Show

OLDEST, MIDDLE, NEWEST = image_of(shipped_atlas()).loaders


def loader(id: str) -> Loader:
    """A loader of the shipped pack."""
    return loader_named(shipped_atlas(), id)


def events(written: str) -> list[BankEvent]:
    """Events with semicolons between them."""
    return [BankEvent.parse(part) for part in written.split(";") if part.strip()]


def after(written: str, loader: Loader = NEWEST) -> BanksSession:
    """A fresh host on which events have happened."""
    return played(loader, events(written))


def bank(partition: int, image: str, updated: int, bootstate: int | None, **more: bool) -> Bank:
    """A bank; an image of "-" stands for none."""
    name = "" if image == "-" else image
    return Bank(partition, name, name, updated, bootstate, **more)


def shown(banks: Iterable[Bank]) -> str:
    """Banks in the notation of the traces, such as ``b5[A u=1 s=0] b6[- u=0 s=3]``."""
    return " ".join([f"b{one.partition}[{one.build or '-'} u={one.updated} s={_digit(one)}]" for one in banks])


def wrote(boot: Boot | None) -> list[tuple[int, int | None, int]]:
    """What the loader wrote, as plain tuples."""
    writes: tuple[Write, ...] = boot.wrote if boot is not None else ()
    return [(write.partition, write.before, write.after) for write in writes]


def rules(moment: Moment) -> list[BankRule]:
    """Every rule that a moment was told by, in order, apart from those that open a scan."""
    found = [reason.rule for reason in moment.why]
    boot = moment.boot
    if boot is not None:
        for scan in (boot.first, boot.second):
            found += [reason.rule for line in (scan.lines if scan else ()) for reason in line.reasons]
        found += [boot.recovery.rule] if boot.recovery is not None else []
        found += [reason.rule for reason in boot.why]
    return found


def director() -> Director:
    """Makes shows with the texts of the shipped pack; builds begin with 8.0.0."""
    image = image_of(shipped_atlas())
    return Director(Reasons(image.reasons), Screens(image.screen, "8.0.0"))


def last_show(session: BanksSession) -> Show:
    """The show of the event that led to the present moment."""
    before = session.undo().now.host
    return director().show(before, session.now)


def write_tiny_banks(pack: Path) -> None:
    """Gives a copy of the tiny pack a file on boot banks that passes every check."""
    reasons = "\n".join([f"  - id: {rule}\n    says: Because of {rule}. [gk]" for rule in BankRule])
    (pack / "banks.yaml").write_text(_TINY.replace("REASONS", reasons), encoding="utf-8")


def _digit(one: Bank) -> str:
    return "none" if one.bootstate is None else str(int(one.bootstate))


_TINY = """\
loaders:
  - id: old
    name: up to 7.9
    since: 5.0 [v:S1]
    most: 2
    partitions: [5, 6]
    note: ['It looks at two partitions. [gk]']
  - id: new
    name: 8.0 and later
    since: 8.0 [v:S1]
    most: 3
    quick_boot: true
    note: ['It looks at all. [gk]']
reasons:
REASONS
screen:
  note: ["It is black. [gk]"]
  recovery_title: Recovery
  boot: "<ENTER: Boot>"
  options: "<SHIFT+O: Options>"
  recovery: "<SHIFT+R: Recovery>"
  countdown: "Boot in {seconds}..."
  resume: "<ENTER: Go on>"
  resume_countdown: "Going on in {seconds}..."
  installed: "Installed:"
  default: (Default)
  upgrading: (Upgrading)
  question: [REALLY?]
  "yes": "<Y: Roll back>"
  "no": "<N: Cancel>"
  apply: "<ENTER: Apply>"
  cancel: "<ESC: Cancel>"
  kernel_options: quiet
  options_note: They are options. [gk]
layouts:
  - id: disk
    name: Disk of 1 GB
    eras: e5..
    medium: 1024
    table: It is a GPT. [gk]
    areas:
      - {name: Boot bank 1, size: 100, partition: 5, component: kernel, says: "A bank. [gk]"}
      - {name: The rest, says: "The rest. [gk]"}
stores:
  - id: store
    name: Store
    eras: e5..
    component: kernel
    holds:
      - {name: Tools, kept: true, says: "Tools. [gk]"}
    versions: One set. [gk]
parts: {loader: kernel, banks: kernel, kernel: kernel, init: agent, tools: agent, hardware: kernel}
paths:
  - {id: upgrade, flow: F01}
presets:
  - id: P1
    name: Upgrade
    story: ['It is tried. [gk]']
    loader: new
    events: [stage B, reboot, complete]
  - id: P2
    name: Given
    story: ['Both are there. [gk]']
    banks:
      - {partition: 5, image: A, updated: 2, bootstate: 0}
      - {partition: 6, image: B, updated: 2, bootstate: 0}
    runs: 5
    events: [reboot]
"""
