"""The session of the lab: whatever is done, what it shows is a function of faults and time."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.fault_words import Verb
from vmexplorer.errors import UnknownNameError, VmexplorerError
from vmexplorer.labs.whatif.fault import Fault, parse_fault
from vmexplorer.labs.whatif.session import Now, Session
from vmexplorer.labs.whatif.simulate import simulate

FAULTS = st.sampled_from(
    [
        parse_fault(text)
        for text in (
            "stop vpxa",
            "kill hostd",
            "hang hostd @ 40",
            "restart hostd @ 90",
            "cut L49 @ 5",
            "block UDP 902",
            "drop F01/6",
            "stop watchdog @ 3",
            "condition storage-paths-dead",
            "stop vmkernel @ 120",
        )
    ]
)
SECONDS = st.one_of(st.just(0.0), st.floats(0, 3000), st.sampled_from([10.0, 60.0, 120.0, 1800.0]))


class AnySession(RuleBasedStateMachine):
    """Everything a person can do in the lab, at random."""

    @initialize()
    def start(self) -> None:
        self.session = Session.of(shipped_atlas(), "8.0")

    def edited(self, after: Session) -> None:
        """A change can be undone and done again, and drops what had been undone before."""
        before = self.session
        if after is not before:
            assert after.undo().now == before.now
            assert after.undo().redo() == after
            assert after.future == ()
        self.session = after

    @rule(fault=FAULTS)
    def add(self, fault: Fault) -> None:
        if self.missing(fault):
            return
        self.edited(self.session.add(fault))
        assert fault in self.session.now.faults

    @rule(fault=FAULTS)
    def strike_now(self, fault: Fault) -> None:
        if self.missing(fault):
            return
        self.edited(self.session.strike(fault))
        assert fault._replace(at=self.session.now.at) in self.session.now.faults

    def missing(self, fault: Fault) -> bool:
        """Whether the era lacks the target, so that the fault is refused."""
        if fault.verb is not Verb.CUT or shipped_atlas().exists(fault.target, self.session.now.era):
            return False
        with pytest.raises(VmexplorerError, match="does not exist in"):
            self.session.add(fault)
        return True

    @rule(fault=FAULTS)
    def remove(self, fault: Fault) -> None:
        self.edited(self.session.remove(fault))
        assert fault not in self.session.now.faults

    @rule()
    def reset(self) -> None:
        self.edited(self.session.reset())
        assert self.session.now == Now(self.session.now.era)

    @rule()
    def go_on_from_here(self) -> None:
        past = [fault for fault in self.session.now.faults if fault.at <= self.session.now.at]
        self.edited(self.session.fork())
        assert list(self.session.now.faults) == past

    @rule(era=st.sampled_from(shipped_atlas().era_ids))
    def go_to_an_era(self, era: str) -> None:
        self.edited(self.session.show_era(era))
        assert self.session.now.era == era

    @rule(at=SECONDS)
    def scrub(self, at: float) -> None:
        before = self.session
        self.session = before.to(at)
        assert self.session.now.at == at
        assert self.session.to(before.now.at) == before

    @rule()
    def step_on_and_back(self) -> None:
        before = self.session
        after = before.next()
        seconds = sorted({moment.at for moment in before.moments})
        assert after.now.at == min([at for at in seconds if at > before.now.at], default=before.now.at)
        if before.now.at in seconds and after is not before:
            assert after.previous() == before
        self.session = after

    @precondition(lambda self: self.session.past)
    @rule()
    def undo(self) -> None:
        before = self.session
        self.session = before.undo()
        assert self.session.redo() == before

    @precondition(lambda self: self.session.future)
    @rule()
    def redo(self) -> None:
        before = self.session
        self.session = before.redo()
        assert self.session.undo() == before

    @invariant()
    def outcome_depends_on_faults_and_time_alone(self) -> None:
        now = self.session.now
        assert self.session.outcome == simulate(shipped_atlas(), now.era, now.faults, now.at)

    @invariant()
    def nothing_begins_before_its_fault(self) -> None:
        first = min([fault.at for fault in self.session.now.faults], default=0.0)
        assert all(moment.at >= first for moment in self.session.moments)
        assert list(self.session.moments) == sorted(self.session.moments, key=lambda moment: moment.at)


AnySession.TestCase.settings = settings(max_examples=25, stateful_step_count=20)
test_any_session = AnySession.TestCase


def test_target_is_checked_when_a_fault_is_added() -> None:
    session = Session.of(shipped_atlas(), "e8")
    with pytest.raises(UnknownNameError, match="no component 'vpxx'"):
        session.add(parse_fault("stop vpxx"))
    assert session.add(parse_fault("stop NTP")).now.faults == (parse_fault("stop ntpd"),)


def test_same_fault_twice_and_undo_at_the_end_change_nothing() -> None:
    session = Session.of(shipped_atlas(), "e8").add(parse_fault("stop vpxa"))
    assert session.add(parse_fault("stop vpxa")) is session
    assert session.redo() is session
    assert session.undo().undo() == session.undo()
    assert session.remove(parse_fault("stop hostd")) is session
    assert session.fork() is session
    assert session.show_era("8.0") is session


def test_stepping_follows_the_moments() -> None:
    session = Session.of(shipped_atlas(), "e8").add(parse_fault("kill hostd"))
    seconds = []
    for _ in range(4):
        seconds.append(session.now.at)
        session = session.next()
    assert seconds == [0.0, 2.0, 32.0, 32.0]
    assert [session.now.at, session.previous().now.at, session.previous().previous().now.at] == [32.0, 2.0, 0.0]
    assert session.settled == 32.0


def test_faults_that_an_era_does_not_have_are_dropped_there() -> None:
    session = Session.of(shipped_atlas(), "e8").add(parse_fault("stop envoy")).add(parse_fault("stop vpxa"))
    older = session.show_era("e6")
    assert [str(fault) for fault in older.now.faults] == ["stop vpxa"]
    assert older.undo().now == session.now


def test_forking_drops_the_future() -> None:
    session = Session.of(shipped_atlas(), "e8").add(parse_fault("stop vpxa")).add(parse_fault("stop hostd @ 100"))
    assert [str(fault) for fault in session.to(50).fork().now.faults] == ["stop vpxa"]
    assert [str(fault) for fault in session.to(50).strike(parse_fault("hang hostd")).now.faults][
        -1
    ] == "hang hostd @ 50"
