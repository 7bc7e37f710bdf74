"""Whatever is typed: no crash, no trap, and always a screen of 25 rows of 80 characters."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.helpers.console import ERAS, fresh, log_in, typed
from tests.helpers.shipped import shipped_atlas
from vmexplorer.labs.dcui.cells import COLUMNS, ROWS, Shade
from vmexplorer.labs.dcui.effects import AgentsRestarted
from vmexplorer.labs.dcui.frames import MenuFrame, QuestionFrame
from vmexplorer.labs.dcui.keys import NAMED, parse_keys
from vmexplorer.labs.dcui.machine import advance, press, press_all
from vmexplorer.labs.dcui.overlay import overlay
from vmexplorer.labs.dcui.screen import screen
from vmexplorer.labs.dcui.state import ConsoleState, Terminal, with_surroundings
from vmexplorer.labs.dcui.subject import notes_of
from vmexplorer.labs.dcui.surroundings import Surroundings

MOST_ESCAPES = 10
_FAULTY = ("hostd", "vpxa", "dcui", "vmkernel", "vmk-network-stack", "vmsyslogd", "vpxd", "esxi-shell", "ssh")
_KEYS = st.one_of(
    st.sampled_from([key for key in NAMED if key != "Space"]),
    st.sampled_from(["Down", "Enter", "F11", "Esc", " ", "y", "n", "/", "Up", "Wait"]),
    st.characters(min_codepoint=32, max_codepoint=0x2FF),
)
_TEXTS = st.sampled_from(["VMware1!", "root", "20", "192.0.2.77", "255.255.0.0", "::1", "esx07", "help", "x.example"])
_PARTS = st.frozensets(st.sampled_from(_FAULTY), max_size=2)
_SURROUNDINGS = st.builds(
    Surroundings,
    stopped=_PARTS,
    hung=_PARTS,
    unreachable=_PARTS,
    cut=st.frozensets(st.sampled_from(["L26", "L10"])),
    blocked=st.frozensets(st.sampled_from(["UDP 53", "TCP 443"])),
)


class ConsoleMachine(RuleBasedStateMachine):
    """Types at a console among changing faults."""

    @initialize(era=st.sampled_from(ERAS), logged_in=st.booleans())
    def begin(self, era: str, logged_in: bool) -> None:
        self.state = typed(fresh(era), log_in(era) if logged_in else "").state

    @rule(keys=st.lists(_KEYS, min_size=1, max_size=6))
    def press_keys(self, keys: list[str]) -> None:
        self.state = press_all(self.state, tuple(keys)).state

    @rule(text=_TEXTS)
    def type_text(self, text: str) -> None:
        self.state = press_all(self.state, tuple(text)).state

    @rule()
    def log_in(self) -> None:
        self.state = press_all(self.state, (*["Esc"] * MOST_ESCAPES, *parse_keys(log_in(self.state.book.era)))).state

    @rule(surroundings=_SURROUNDINGS)
    def break_things(self, surroundings: Surroundings) -> None:
        self.state = with_surroundings(self.state, surroundings)

    @rule()
    def time_passes(self) -> None:
        self.state = advance(self.state).state

    @invariant()
    def escape_leads_to_the_welcome_screen(self) -> None:
        end = press_all(self.state, ("Esc",) * MOST_ESCAPES).state
        assert (end.stack, end.terminal, end.is_on, end.pending) == ((), Terminal.DCUI, True, None)

    @invariant()
    def the_screen_is_whole(self) -> None:
        shown = screen(self.state)
        assert [len(row) for row in shown.rows] == [COLUMNS] * ROWS
        assert [len(shades) for shades in shown.shades] == [COLUMNS] * ROWS
        assert all("".join(run.text for run in shown.runs(row)) == shown.rows[row] for row in range(ROWS))
        assert shown.title
        if shown.cursor is not None:
            assert 0 <= shown.cursor[0] < ROWS
            assert 0 <= shown.cursor[1] < COLUMNS

    @invariant()
    def only_parts_of_the_era_are_marked(self) -> None:
        marks = overlay(self.state)
        for part in (*marks.components, *marks.links, *notes_of(self.state).touches):
            assert shipped_atlas().exists(part, self.state.book.era)
        assert all(len(mark.badge) <= 14 for mark in marks.components.values())


TestConsoleMachine = ConsoleMachine.TestCase
TestConsoleMachine.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


def state_after(era: str, keys: list[str]) -> ConsoleState:
    return press_all(fresh(era), tuple(keys)).state


@given(st.sampled_from(ERAS), st.lists(_KEYS, max_size=30))
def test_the_same_keys_lead_to_the_same_screen(era: str, keys: list[str]) -> None:
    assert screen(state_after(era, keys)) == screen(state_after(era, keys))


@given(st.lists(_KEYS, max_size=40))
def test_agents_restart_only_after_f11(keys: list[str]) -> None:
    state = typed(fresh(), f"{log_in()} Down x7 Enter End").state
    confirmed = False
    for key in keys:
        asked = isinstance(state.top, QuestionFrame)
        state, effects = press(state, key)
        confirmed = confirmed or (asked and key == "F11")
        assert confirmed or not any(isinstance(effect, AgentsRestarted) for effect in effects)


def test_an_unknown_key_does_nothing() -> None:
    for keys in ("", "F2", log_in()):
        state = typed(fresh(), keys).state
        assert press(state, "Hyper").state.stack == state.stack


def test_a_console_that_stops_loses_what_was_typed() -> None:
    state = typed(fresh(), f'{log_in()} Enter "VMware1!"').state
    gone = with_surroundings(state, Surroundings(stopped=frozenset({"dcui"})))
    assert gone.stack == ()
    assert "does not run" in "".join(screen(gone).rows)
    assert press(gone, "F2").state.stack == ()
    assert press(gone, "Alt+F12").state.terminal is Terminal.KERNEL_LOG
    assert press(with_surroundings(gone, Surroundings()), "F2").state.stack != ()


def test_a_failed_kernel_shows_the_purple_screen_whatever_is_typed() -> None:
    state = with_surroundings(fresh(), Surroundings(stopped=frozenset({"vmkernel"})))
    for key in ("F2", "Alt+F1", "Enter"):
        shown = screen(press(state, key).state)
        assert {shade for row in shown.shades for shade in row} == {Shade.PURPLE}


@pytest.mark.parametrize("era", ERAS)
def test_every_row_does_something(era: str) -> None:
    for menu, rows in fresh(era).book.menus.items():
        for place in range(len(rows)):
            before = replace(fresh(era), stack=(MenuFrame(menu, place),))
            after = press(before, "Enter").state
            assert (after.stack, after.host) != (before.stack, before.host)
