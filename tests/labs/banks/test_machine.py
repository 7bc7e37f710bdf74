"""Random sequences of events against the invariants of the state machine."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.helpers.banks import MIDDLE, NEWEST, OLDEST
from vmexplorer.atlas.bank_event import POWER_ON, STAGING, BankEvent, Happening
from vmexplorer.atlas.system_image import Loader
from vmexplorer.labs.banks.bank import Bank
from vmexplorer.labs.banks.boot import Answer, boot
from vmexplorer.labs.banks.host import ImpossibleEventError, Moment, Phase
from vmexplorer.labs.banks.session import BanksSession

IMAGES = st.sampled_from(["B", "C", "D"])


class Banks(RuleBasedStateMachine):
    """A host on which anything possible happens."""

    def __init__(self) -> None:
        super().__init__()
        self.session = BanksSession.fresh(NEWEST)
        self.left: Moment = self.session.now
        self.rolled_back = False

    def _act(self, event: BankEvent) -> None:
        self.left = self.session.now
        self.session = self.session.act(event)
        if event.kind in STAGING:
            self.rolled_back = False
        boot_report = self.session.now.boot
        if boot_report is not None and any(write.after == 3 for write in boot_report.wrote):
            self.rolled_back = True

    @precondition(lambda self: self.session.now.host.phase is Phase.RUNNING)
    @rule(image=IMAGES, kind=st.sampled_from(STAGING))
    def stage(self, image: str, kind: Happening) -> None:
        self._act(BankEvent(kind, image))

    @rule(kind=st.sampled_from(POWER_ON))
    def power_on(self, kind: Happening) -> None:
        self._act(BankEvent(kind))

    @precondition(lambda self: self.session.now.host.phase is Phase.STARTING)
    @rule(kind=st.sampled_from([Happening.COMPLETE, Happening.CRASH]))
    def end(self, kind: Happening) -> None:
        self._act(BankEvent(kind))

    @rule(kind=st.sampled_from(list(Happening)))
    def try_anything(self, kind: Happening) -> None:
        event = BankEvent(kind, "E" if kind in STAGING else "")
        before = self.session
        if before.refusal(kind):
            with pytest.raises(ImpossibleEventError):
                before.act(event)
            assert self.session is before
        else:
            self._act(event)

    @invariant()
    def i1_each_side_writes_its_own_states(self) -> None:
        now = self.session.now
        loader = now.boot.wrote if now.boot is not None else ()
        assert {write.after for write in loader} <= {2, 3}
        assert {write.after for write in now.host_wrote} <= {0, 1}

    @invariant()
    def i2_only_a_sound_bank_is_booted(self) -> None:
        boot_report = self.session.now.boot
        if boot_report is not None and boot_report.chosen is not None:
            booted = self.session.now.host.bank(boot_report.chosen.bank.partition)
            assert booted.bootstate in (0, 2)
            assert booted.updated > 0
            assert booted.build

    @invariant()
    def i3_one_bank_at_most_is_on_its_way(self) -> None:
        assert sum(bank.bootstate in (1, 2) for bank in self.session.now.host.banks) <= 1

    @invariant()
    def i4_staging_spares_the_bank_in_use(self) -> None:
        event, booted = self.session.now.event, self.left.host.booted
        if event is not None and event.kind in STAGING and booted is not None:
            assert self.session.now.host.bank(booted) == self.left.host.bank(booted)

    @invariant()
    def i5_a_confirmed_upgrade_leaves_one_step_back(self) -> None:
        event, host = self.session.now.event, self.session.now.host
        if event is not None and event.kind is Happening.COMPLETE and self.session.now.host_wrote:
            (other,) = host.others
            running = host.running_bank
            assert running is not None
            assert (running.bootstate, other.bootstate) == (0, 0)
            assert running.updated == other.updated + 1

    @invariant()
    def i6_a_staged_counter_is_one_more_than_the_one_in_use(self) -> None:
        event, host = self.session.now.event, self.session.now.host
        if event is not None and event.kind in STAGING:
            (other,) = host.others
            running = host.running_bank
            assert running is not None
            assert other.updated == running.updated + 1

    @invariant()
    def i7_after_a_roll_back_one_bank_is_left(self) -> None:
        host = self.session.now.host
        if self.rolled_back:
            assert sum(bank.bootstate in (0, 2) and bool(bank.build) for bank in host.banks) == 1
            second = boot(host.banks, NEWEST, Answer.YES)
            assert second.recovery is None or not second.recovery.asked

    @invariant()
    def a_host_that_began_sound_always_has_something_to_boot(self) -> None:
        assert self.session.now.host.booted is not None

    @invariant()
    def the_states_follow_from_the_events(self) -> None:
        again = BanksSession.fresh(NEWEST)
        for entry in self.session.entries:
            again = again.act(entry.event)
        assert again.moments == self.session.moments


TestBanks = Banks.TestCase

BANKS = st.builds(
    Bank,
    partition=st.integers(1, 9),
    image=st.sampled_from(["", "A", "B"]),
    build=st.sampled_from(["", "A", "B"]),
    updated=st.integers(0, 4),
    bootstate=st.none() | st.integers(0, 9),
    quick_boot=st.booleans(),
    marked=st.booleans(),
    readable=st.booleans(),
    writable=st.booleans(),
)
DEVICES = st.lists(BANKS, max_size=5, unique_by=lambda bank: bank.partition)


@given(DEVICES, st.sampled_from([OLDEST, MIDDLE, NEWEST]), st.none() | st.sampled_from(list(Answer)))
def test_whatever_stands_on_the_device_the_loader_keeps_its_rules(
    banks: list[Bank], loader: Loader, answer: Answer | None
) -> None:
    report = boot(banks, loader, answer)
    assert {write.after for write in report.wrote} <= {2, 3}
    assert len(report.first.found) <= loader.most
    assert [bank.partition for bank in report.banks] == sorted(bank.partition for bank in banks)
    by_partition = {bank.partition: bank for bank in banks}
    for bank in report.banks:
        before = by_partition[bank.partition]
        changed = [write for write in report.wrote if write.partition == bank.partition]
        assert bank.bootstate == (changed[-1].after if changed else before.bootstate)
        assert before.writable or not changed
    if report.chosen is not None:
        chosen = report.chosen.bank
        assert chosen.marked
        assert chosen.readable
        assert chosen.build
        assert chosen.updated > 0
        assert chosen.bootstate in (0, 2, None)
        last = report.second or report.first
        rivals = [found.bank.updated for found in last.found if found.valid]
        if answer is not Answer.YES:
            assert chosen.updated == max(rivals)
    assert (answer is not None and report.offered is not None) == (report.second is not None)
