"""What the two banks lay over the map, and which message path tells what has just happened."""

from __future__ import annotations

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.bank_event import STAGING, Happening
from vmexplorer.atlas.bank_rule import BankRule
from vmexplorer.atlas.system_image import BankParts, BankStory, Store
from vmexplorer.labs.banks.bank import Bank, BootState, Write, word
from vmexplorer.labs.banks.beat import BeatKind
from vmexplorer.labs.banks.boot import Boot
from vmexplorer.labs.banks.eras import image_of, store_in
from vmexplorer.labs.banks.host import Moment, Phase
from vmexplorer.labs.banks.picture import Picture
from vmexplorer.labs.banks.session import BanksSession
from vmexplorer.labs.banks.store import StoreContents, contents
from vmexplorer.stage.overlay import Mark, Overlay, Role, combined

_BOOTED, _STAGED = "booted", "staged"
_BY_HAND = {
    BankRule.ROLLED_BACK: BankStory.ROLLED_BACK,
    BankRule.CANCELLED: BankStory.CANCELLED,
    BankRule.NO_ALTERNATE: BankStory.ONE_BANK,
    BankRule.ROLLBACK_FAILED: BankStory.ONE_BANK,
}


def overlay_of(parts: BankParts, moment: Moment, picture: Picture) -> Overlay:
    """What a moment marks on the map: who works, what is written, what runs, what has failed.

    Args:
        parts: the components that take part.
        moment: the host now.
        picture: what of its show has been played; once it is over, the marks are those of the moment.
    """
    marks = _result(parts, moment) if picture.done else _under_way(parts, moment, picture)
    if picture.wrote is not None:
        marks[parts.banks] = _written(moment, picture.wrote, at_rest=picture.done)
    if picture.done and parts.banks in marks:
        marks[parts.banks] = _with_other(moment, marks[parts.banks])
    return Overlay(marks)


def told_by(moment: Moment) -> BankStory | None:
    """What a message path would have to tell of what has just happened; None for nothing of its own."""
    event, boot = moment.event, moment.boot
    if event is None:
        return None
    if boot is not None:
        return _told_of_boot(boot)
    booted = moment.host.running_bank
    first_try = booted is not None and booted.bootstate == BootState.DIRTY
    tells = {
        Happening.STAGE: BankStory.UPGRADE,
        Happening.COMPLETE: BankStory.UPGRADE if moment.host_wrote else None,
        Happening.CRASH: BankStory.FIRST_START_FAILS if first_try else None,
    }
    return tells.get(event.kind)


def _told_of_boot(boot: Boot) -> BankStory | None:
    if boot.recovery is not None:
        return _BY_HAND.get(boot.recovery.rule)
    if any(write.before == BootState.DIRTY for write in boot.wrote):
        return BankStory.FIRST_START_FAILS
    return BankStory.UPGRADE if boot.chosen is not None and boot.chosen.upgrading else None


def _result(parts: BankParts, moment: Moment) -> dict[str, Mark]:
    booted = moment.host.running_bank
    match moment.host.phase:
        case Phase.OFF:
            return {parts.hardware: Mark(Role.AFFECTED, "off", "The host is off.")}
        case Phase.NOTHING_FOUND:
            return {
                parts.loader: Mark(Role.FAULT, "none found", "The loader has found no hypervisor and waits for a key."),
                parts.kernel: Mark(Role.AFFECTED, "not loaded", "There is no kernel to load."),
                parts.banks: Mark(Role.FAULT, "none valid", "No bank is valid."),
            }
    if booted is None:
        return {}
    name = f"image {booted.image} from partition {booted.partition}"
    bank = f"bank {booted.partition}"
    if moment.host.phase is Phase.CRASHED:
        state = f"Partition {booted.partition} stays at state {word(booted.bootstate)}."
        return {
            parts.kernel: Mark(Role.FAULT, "crashed", f"The kernel of {name} has crashed."),
            parts.banks: _bank_of(moment, state),
        }
    if moment.host.phase is Phase.STARTING:
        return {
            parts.loader: Mark(Role.GOOD, f"took {bank}", f"The loader has chosen {name}."),
            parts.banks: _bank_of(moment, f"The host is being started from partition {booted.partition}."),
            parts.kernel: Mark(Role.CHANGING, "starting", f"The kernel of {name} starts."),
            parts.init: Mark(Role.FOCUS, "to confirm", "At the end of the start a script writes state 0."),
        }
    marks = {
        parts.kernel: Mark(Role.GOOD, "running", f"The host runs {name}."),
        parts.banks: Mark(Role.GOOD, _BOOTED, f"The host runs {name}.", _card(moment, booted.partition)),
    }
    event = moment.event
    if event is not None and event.kind in STAGING:
        marks[parts.tools] = Mark(Role.CHANGING, "has written", "The image tools have written the other bank.")
        marks[parts.banks] = _written(moment, moment.host_wrote[0], at_rest=True)
    elif event is not None:
        marks[parts.init] = Mark(Role.GOOD, "confirmed", "The script at the end of the start has run.")
    return marks


def _under_way(parts: BankParts, moment: Moment, picture: Picture) -> dict[str, Mark]:
    if moment.boot is None:
        event = moment.event
        worker = parts.tools if event is not None and event.kind in STAGING else parts.init
        if event is not None and event.kind is Happening.CRASH:
            worker = parts.kernel
        return {worker: Mark(Role.FOCUS, "", "It is at work.")} if event is not None else {}
    if picture.kind is BeatKind.POWER:
        return {parts.hardware: Mark(Role.FOCUS, "power-on", "The firmware starts the boot loader.")}
    if picture.kind is BeatKind.LOAD:
        return {
            parts.loader: Mark(Role.FOCUS, "loads", "The loader loads the kernel with its modules."),
            parts.kernel: Mark(Role.CHANGING, "is loaded", "The kernel is being loaded."),
        }
    said = {
        BeatKind.COUNTDOWN: ("counts down", "The loader counts down and can be interrupted."),
        BeatKind.RESUME: ("waits 10 s", "The loader shows a message and counts down."),
        BeatKind.QUESTION: ("asks", "The loader asks whether to roll back."),
        BeatKind.CHOICE: ("chooses", "The loader chooses the bank with the largest counter."),
        BeatKind.NOTHING: ("none found", "The loader has found no hypervisor."),
    }
    badge, note = said.get(picture.kind, ("scans", "The loader looks at the banks."))
    marks = {parts.loader: Mark(Role.FAULT if picture.kind is BeatKind.NOTHING else Role.FOCUS, badge, note)}
    if picture.partition is not None:
        note = f"It is about partition {picture.partition}."
        marks[parts.banks] = Mark(Role.FOCUS, f"bank {picture.partition}", note, _card(moment, picture.partition))
    return marks


def _bank_of(moment: Moment, note: str) -> Mark:
    booted = moment.host.running_bank
    on_trial = booted is not None and booted.bootstate == BootState.DIRTY
    card = None if booted is None else _card(moment, booted.partition)
    return Mark(Role.AFFECTED if on_trial else Role.GOOD, _BOOTED, note, card)


def _card(moment: Moment, partition: int) -> int:
    """Which of the cards of the banks stands for a partition: views draw them in the order on the disk."""
    return [bank.partition for bank in moment.host.banks].index(partition)


def _with_other(moment: Moment, mark: Mark) -> Mark:
    """The mark of one bank with that of the other, so that a word tells them apart."""
    banks = moment.host.banks
    if mark.card is None or len(banks) < 2:
        return mark
    return mark._replace(others=_standing(moment, next(bank for bank in banks if bank is not banks[mark.card or 0])))


def _standing(moment: Moment, bank: Bank) -> Mark:
    """What a bank is for the host, in a word."""
    place = f"Partition {bank.partition}"
    if bank.partition == moment.host.booted:
        return Mark(Role.GOOD, _BOOTED, f"{place}: the host was booted from it.")
    if bank.bootstate == BootState.UPGRADING:
        return Mark(Role.CHANGING, _STAGED, f"{place} has the upgrade that the next boot tries.")
    if not bank.image:
        return Mark(Role.FOCUS, "empty", f"{place} has no image.")
    if bank.bootstate == BootState.INVALID:
        return Mark(Role.AFFECTED, "invalid", f"{place} has image {bank.image}, which the loader does not start.")
    return Mark(Role.FOCUS, "other", f"{place} has image {bank.image}, to which one can go back.")


def _written(moment: Moment, write: Write, *, at_rest: bool = False) -> Mark:
    before = "-" if write.before is None else str(int(write.before))
    named = _standing(moment, moment.host.bank(write.partition)).badge if at_rest else f"bank {write.partition}"
    badge = f"{named}: {before}→{write.after}"
    role = Role.FAULT if write.after == BootState.INVALID else Role.CHANGING
    note = f"Partition {write.partition} has got state {write.after} ({word(write.after)})."
    return Mark(Role.GOOD if write.after == BootState.VALID else role, badge, note, _card(moment, write.partition))


def laid_over(atlas: Atlas, era: str, session: BanksSession, moment: Moment, picture: Picture) -> Overlay:
    """All that a session lays over the map in an era: the marks of its parts that exist there, and of the store."""
    store = store_in(atlas, era)
    held = contents(store, session.moments[: session.cursor + 1])
    whole = combined([overlay_of(image_of(atlas).parts, moment, picture), store_overlay(store, held)])
    return Overlay({id: mark for id, mark in whole.components.items() if atlas.exists(id, era)})


def flow_in(atlas: Atlas, era: str, moment: Moment) -> str:
    """The message path, perhaps with "/" and a branch, that tells what has just happened; "" where an era has none."""
    story = told_by(moment)
    for path in image_of(atlas).paths:
        if path.id == story and atlas.exists(path.flow, era):
            return f"{path.flow}/{path.branch}" if path.branch else path.flow
    return ""


def store_overlay(store: Store, held: StoreContents) -> Overlay:
    """A mark on the store when the image in use finds none of its packages there."""
    if not held.missing or store.missing is None:
        return Overlay()
    return Overlay({store.component: Mark(Role.AFFECTED, "not its own", store.missing.text)})
