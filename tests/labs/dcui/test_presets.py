"""Prepared states of the console."""

from __future__ import annotations

import pytest

from tests.helpers.console import ERAS, fresh, text, typed
from vmexplorer.atlas.console import Behaviour, Menu
from vmexplorer.errors import UnknownNameError, VmexplorerError
from vmexplorer.labs.dcui.frames import MenuFrame
from vmexplorer.labs.dcui.presets import for_part, prepared
from vmexplorer.labs.dcui.subject import subject_of


@pytest.mark.parametrize("era", ERAS)
def test_every_row_of_an_era_can_be_prepared(era: str) -> None:
    for rows in fresh(era).book.menus.values():
        for row in rows:
            state = prepared(fresh(era), row.item.does.value)
            shown = subject_of(state).row
            assert shown is not None
            assert shown.item.id == row.item.id
            assert typed(state, "Esc Esc Esc").state.stack == ()


def test_a_row_of_an_inner_menu_has_its_menu_below_it() -> None:
    state = prepared(fresh(), "ssh")
    assert [type(frame) for frame in state.stack] == [MenuFrame, MenuFrame]
    assert text(state).startswith(" Troubleshooting Options")


def test_the_welcome_screen_is_prepared_too() -> None:
    assert prepared(prepared(fresh(), "ssh"), "welcome").stack == ()


def test_a_misspelt_row_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="the nearest is 'restart-agents'"):
        prepared(fresh(), "restart-agent")


def test_a_row_that_an_era_lacks_is_said() -> None:
    with pytest.raises(VmexplorerError, match="has no row 'ssh'"):
        prepared(fresh("e3"), "ssh")


@pytest.mark.parametrize(
    ("part", "row"),
    [
        ("ssh", Behaviour.SSH),
        ("esxi-shell", Behaviour.SHELL),
        ("vpxuser", Behaviour.LOCKDOWN),
        ("watchdog", Behaviour.RESTART_AGENTS),
        ("L73", Behaviour.PASSWORD),
    ],
)
def test_a_part_leads_to_the_row_that_works_on_it(part: str, row: Behaviour) -> None:
    shown = subject_of(for_part(fresh(), part)).row
    assert shown is not None
    assert shown.item.does is row


@pytest.mark.parametrize("part", ["dcui", "vpxd", "nonsense"])
def test_a_part_without_a_row_changes_nothing(part: str) -> None:
    assert for_part(fresh(), part) == fresh()


def test_menus_exist_for_each_inner_row() -> None:
    assert {frame.menu for frame in prepared(fresh(), "dns").stack if isinstance(frame, MenuFrame)} == {
        Menu.CUSTOMIZATION,
        Menu.NETWORK,
    }
