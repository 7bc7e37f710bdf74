"""The notes beside the screen."""

from __future__ import annotations

import pytest

from tests.helpers.console import ERAS, fresh, inside, to, typed, walks
from vmexplorer.atlas.console import Behaviour
from vmexplorer.atlas.evidence import Standing
from vmexplorer.labs.dcui.subject import notes_of


@pytest.mark.parametrize("era", ERAS)
def test_every_screen_has_notes_with_evidence(era: str) -> None:
    for keys in walks(era):
        notes = notes_of(typed(fresh(era), keys).state)
        assert notes.title, keys
        assert notes.known, keys
        assert all(statement.evidence for statement in notes.known)
        assert notes.touches, keys


@pytest.mark.parametrize("keys", ["", "F2", "F12", 'F2 "no" Enter'])
def test_the_log_in_can_be_read_there(keys: str) -> None:
    assert any("VMware1!" in line for line in notes_of(typed(fresh(), keys).state).here)


def test_our_own_readings_are_marked_as_open() -> None:
    for row in (Behaviour.PASSWORD, Behaviour.LOCKDOWN):
        known = notes_of(to(inside(), row)).known
        reading = [statement for statement in known if "our reading" in statement.text]
        assert reading
        assert all(mark.standing is Standing.OPEN for statement in reading for mark in statement.evidence)


def test_a_row_is_known_from_other_sources_in_other_eras() -> None:
    standings = {
        era: notes_of(to(inside(era), Behaviour.NETWORK_MENU, Behaviour.IPV4)).known[0].evidence[0].standing
        for era in ("e3", "e5", "e8")
    }
    assert standings == {"e3": Standing.GENERAL, "e5": Standing.VERIFIED, "e8": Standing.GENERAL}


def test_a_failed_test_is_explained() -> None:
    state = to(inside(), Behaviour.NETWORK_MENU, Behaviour.VLAN)
    state = typed(state, '"20" Enter').state
    assert notes_of(state).here == ("What was entered is not in force yet: Esc asks whether to apply it.",)
    state = typed(state, "Esc y Wait Enter").state
    assert "not VLAN 20" in notes_of(state).here[0]
    failed = typed(to(state, Behaviour.TEST_NETWORK), "Enter").state
    assert "not VLAN 20" in notes_of(failed).here[0]


def test_the_form_of_a_log_is_told_beside_it() -> None:
    notes = notes_of(typed(to(inside("e3"), Behaviour.LOGS_MENU), "3").state)
    assert notes.title == "Management Agent (hostd)"
    assert notes.known[0].evidence[0].sources == ("S37",)
