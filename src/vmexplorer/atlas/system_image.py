"""The system image in two banks, as a pack tells it: loaders, reasons, disk layouts, stores and stories."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vmexplorer.atlas.bank_event import BankEvent
from vmexplorer.atlas.bank_rule import BankRule
from vmexplorer.atlas.era import EraRange, VersionFact
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fields import described


@dataclass(frozen=True, slots=True)
class Loader:
    """What sets the boot loader of some versions apart."""

    id: str = described("id, unique in the pack")
    name: str = described("the versions it belongs to, as people say them", max_length=28)
    since: VersionFact = described("the first version that has it; it ends where the next one begins")
    most: int = described("how many banks it remembers at most")
    note: tuple[Statement, ...] = described("what to know of it")
    partitions: tuple[int, ...] = described("the partitions it looks at; left out: all of them", default=())
    quick_boot: bool = described("whether it knows the key quickboot", default=False)


@dataclass(frozen=True, slots=True)
class RuleText:
    """The sentence for one reason of the loader or the host."""

    id: BankRule = described("the reason")
    says: Statement = described("the sentence; values stand in braces, such as {partition}")
    screen: str = described("what the loader writes on its screen meanwhile, with the same values", default="")


@dataclass(frozen=True, slots=True)
class LoaderTexts:
    """What stands on the loader's screen at any time; keys are written ``<ENTER: Boot>``."""

    note: tuple[Statement, ...] = described("what to know of the screen")
    recovery_title: str = described("title while the loader scans and asks")
    boot: str = described("key that ends the countdown")
    options: str = described("key for the boot options")
    recovery: str = described("key for the recovery mode")
    countdown: str = described("the countdown before a start, with {seconds}")
    resume: str = described("key that ends the countdown after a message")
    resume_countdown: str = described("the countdown after a message, with {seconds}")
    installed: str = described("what stands above the list of images")
    default: str = described("what stands behind the image that would be booted")
    upgrading: str = described("what stands behind an image on its first try")
    question: tuple[str, ...] = described("the lines of the question")
    yes: str = described("key for yes")
    no: str = described("key for no")
    apply: str = described("key that takes the boot options")
    cancel: str = described("key that leaves them")
    kernel_options: str = described("the boot options, a sample")
    options_note: Statement = described("what to know of the boot options")

    @property
    def id(self) -> str:
        """Its key in the file, for there is one only."""
        return "screen"


@dataclass(frozen=True, slots=True)
class Area:
    """One area of a boot device."""

    name: str = described("what it is called", max_length=32)
    says: Statement = described("how large it is, and when")
    size: float | None = described("its size in MB; left out: what the others leave", default=None)
    partition: int | None = described("its number, where that is known", default=None)
    component: str | None = described("the component it stands for", ref="component", default=None)


@dataclass(frozen=True, slots=True)
class DiskLayout:
    """How the boot device is divided in some eras, on one medium."""

    id: str = described("id, unique in the pack")
    name: str = described("the medium, such as: Disk of 40 GB", max_length=32)
    eras: EraRange = described("the eras that divide it so")
    medium: float = described("the size of the medium in MB")
    table: Statement = described("the kind of partition table")
    areas: tuple[Area, ...] = described("its areas in the order of the disk; at most one without a size")


@dataclass(frozen=True, slots=True)
class Packages:
    """Something that the store keeps beside the image."""

    name: str = described("what it is", max_length=40)
    kept: bool = described("whether this era keeps it there")
    says: Statement = described("what is known of it")


@dataclass(frozen=True, slots=True)
class Store:
    """What lies beside the images in some eras."""

    id: str = described("id, unique in the pack")
    name: str = described("what the place is called", max_length=40)
    eras: EraRange = described("the eras it belongs to")
    component: str = described("the component it stands for", ref="component")
    holds: tuple[Packages, ...] = described("what it keeps or no longer keeps")
    versions: Statement = described("whether it holds two versions at once")
    replaced: bool = described("whether an upgrade replaces its packages for good", default=False)
    missing: Statement | None = described("what the host lacks when its packages were replaced", default=None)
    founding: tuple[str, ...] = described("what the founding text says of it", ref="statement", default=())


@dataclass(frozen=True, slots=True)
class GivenBank:
    """A bank as a story begins with it."""

    partition: int = described("its partition number")
    image: str = described("the name of its image; left out: none", default="", max_length=24)
    updated: int = described("its counter", default=0)
    bootstate: int | None = described("its state; left out: boot.cfg has no such key", default=None)
    built: bool = described("whether boot.cfg names a build", default=True)
    quick_boot: bool = described("whether it was written for Quick Boot", default=False)
    marked: bool = described("whether the partition has the FAT mark of VMware", default=True)
    readable: bool = described("whether boot.cfg can be read", default=True)
    writable: bool = described("whether the loader can write boot.cfg", default=True)


@dataclass(frozen=True, slots=True)
class Preset:
    """A story of the two banks that can be stepped through."""

    id: str = described("id, unique in the pack, such as T1")
    name: str = described("its name in the list", max_length=48)
    story: tuple[Statement, ...] = described("what happens, and what to look at")
    events: tuple[BankEvent, ...] = described("what happens, one event after the other")
    before: tuple[BankEvent, ...] = described("what has happened already when the story begins", default=())
    banks: tuple[GivenBank, ...] = described("the banks at first; left out: those of a fresh host", default=())
    runs: int | None = described("the partition the host runs from at first; only with banks", default=None)
    loader: str | None = described("the loader it needs; left out: any", ref="loader", default=None)


@dataclass(frozen=True, slots=True)
class BankParts:
    """Which components of the map take part in a start and an upgrade."""

    loader: str = described("the boot loader", ref="component")
    banks: str = described("the boot banks", ref="component")
    kernel: str = described("the kernel that is loaded", ref="component")
    init: str = described("what confirms a start at its end", ref="component")
    tools: str = described("what writes a new image", ref="component")
    hardware: str = described("what is switched on and off", ref="component")

    @property
    def id(self) -> str:
        """Its key in the file, for there is one only."""
        return "parts"


class BankStory(StrEnum):
    """What a message path can tell of the banks."""

    UPGRADE = "upgrade"
    FIRST_START_FAILS = "first-start-fails"
    ROLLED_BACK = "rolled-back"
    CANCELLED = "cancelled"
    ONE_BANK = "one-bank"


@dataclass(frozen=True, slots=True)
class BankPath:
    """The message path that tells something of the banks."""

    id: BankStory = described("what it tells")
    flow: str = described("the flow", ref="flow")
    branch: str = described("the branch of the flow; left out: the usual way", default="")


@dataclass(frozen=True, slots=True)
class SystemImage:
    """The two boot banks of a host: loaders, their reasons, disk layouts, stores and stories (banks.yaml)."""

    loaders: tuple[Loader, ...] = described("the loaders, oldest first")
    reasons: tuple[RuleText, ...] = described("a sentence for every reason that there can be")
    screen: LoaderTexts = described("what stands on the loader's screen at any time")
    layouts: tuple[DiskLayout, ...] = described("how the boot device is divided, by era and medium")
    stores: tuple[Store, ...] = described("what lies beside the images, by era")
    presets: tuple[Preset, ...] = described("stories in the order of the list")
    parts: BankParts = described("the components that take part")
    paths: tuple[BankPath, ...] = described("the message paths that tell what happens", default=())
