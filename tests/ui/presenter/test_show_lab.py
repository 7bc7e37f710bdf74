"""A lab in a show: the console and the banks stand beside the map, for the audience and on the speaker's page."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.helpers.presenters import Stage, presented, press_key
from vmexplorer.ui.labs.banks.banks_lab import BanksLab
from vmexplorer.ui.labs.banks.banks_mirror import BanksMirror
from vmexplorer.ui.labs.dcui.console_lab import ConsoleLab
from vmexplorer.ui.labs.dcui.console_mirror import ConsoleMirror
from vmexplorer.ui.labs.lab_mirror import LabMirror

CONSOLE, LOGIN, NETWORK, LOGS = "console", 2, 5, 8  # a tour, and the indexes of some of its stops


def console(mirror: LabMirror | None) -> str:
    """What stands on a console that somebody looks at."""
    assert isinstance(mirror, ConsoleMirror)
    screen = mirror.view.screen_shown
    assert screen is not None
    return f"{screen.title}: {screen.focus}"


def lab(stage: Stage) -> ConsoleLab:
    found = stage.program.desk.labs.lab("dcui")
    assert isinstance(found, ConsoleLab)
    return found


def test_console_of_a_stop_stands_beside_the_map_and_goes_with_its_stop(qtbot: QtBot) -> None:
    with presented(qtbot, CONSOLE, stop=LOGIN) as stage:
        audience, box, whole = stage.show.audience, stage.show.speaker.box, stage.show.audience.width()
        assert audience.lab is not None
        assert audience.lab.isVisible()
        assert console(audience.lab) == console(box.lab)
        assert stage.screen.width() + audience.lab.width() == whole
        assert audience.lab.geometry().bottom() < audience.caption.geometry().top() + 1
        assert box.lab is not None
        assert box.lab.geometry().left() == box.canvas.geometry().right() + 1
        stage.keys("PgDown")
        assert (audience.lab, box.lab) == (None, None)
        assert stage.screen.width() == whole


def test_a_path_has_the_whole_map_and_a_screen_in_its_place_stands_alone(qtbot: QtBot) -> None:
    with presented(qtbot, CONSOLE, stop=LOGIN) as stage:
        for stop in (NETWORK, LOGS):
            stage.show.go_to(stop)
            assert stage.program.desk.labs.open_lab == "dcui"
            assert (stage.show.audience.lab, stage.show.speaker.box.lab) == (None, None)
            assert stage.screen.width() == stage.show.audience.width()
        stage.keys("M")
        assert console(stage.show.audience.lab)
        stage.keys("M")
        assert stage.show.audience.lab is None
        stage.show.go_to(LOGIN)
        assert console(stage.show.audience.lab)


def test_audience_sees_what_the_speaker_types_at_the_console(qtbot: QtBot) -> None:
    with presented(qtbot, CONSOLE, stop=LOGIN) as stage:
        stage.keys("M")
        before = console(stage.show.audience.lab)
        press_key(lab(stage).page.view, "F2")
        after = console(stage.show.audience.lab)
        assert after != before
        # On the console these keys page through logs; they are not those of a clicker.
        press_key(lab(stage).page.view, "PgDown")
        assert stage.show.return_to_tour() is None
        assert console(stage.show.audience.lab) == before


def test_lab_that_is_opened_on_the_map_is_seen_until_it_is_closed(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        assert stage.show.audience.lab is None
        stage.keys("M")
        stage.program.desk.labs.open("dcui")
        assert console(stage.show.audience.lab)
        stage.program.desk.labs.close()
        assert stage.show.audience.lab is None


def test_frozen_audience_keeps_the_console_as_it_was(qtbot: QtBot) -> None:
    with presented(qtbot, CONSOLE, stop=LOGIN) as stage:
        before = console(stage.show.audience.lab)
        stage.keys("F")
        lab(stage).press("F2")
        assert console(stage.show.speaker.box.lab) != before
        assert console(stage.show.audience.lab) == before
        stage.keys("F")
        assert console(stage.show.audience.lab) == console(stage.show.speaker.box.lab) != before


def test_frozen_audience_keeps_the_lab_of_its_stop_while_the_speaker_goes_on(qtbot: QtBot) -> None:
    with presented(qtbot, CONSOLE, stop=LOGIN) as stage:
        stage.keys("F", "PgDown")
        assert stage.show.audience.lab is not None
        assert stage.show.speaker.box.lab is None
        stage.keys("F")
        assert stage.show.audience.lab is None


def test_question_takes_the_place_of_a_lab(qtbot: QtBot) -> None:
    with presented(qtbot, CONSOLE, stop=LOGIN) as stage:
        stage.keys("Q")
        assert stage.show.audience.board.isVisible()
        assert stage.show.audience.lab is None
        press_key(stage.program.window, "F5")
        assert not stage.show.audience.board.isVisible()
        assert stage.show.audience.lab is not None


def test_counters_of_the_banks_stand_beside_the_map(qtbot: QtBot) -> None:
    with presented(qtbot, "two-banks") as stage:
        place = next(place for place, stop in enumerate(stage.show.tour.stops) if stop.lab == "banks")
        stage.show.go_to(place)
        mirror, banks = stage.show.audience.lab, stage.program.desk.labs.lab("banks")
        assert isinstance(mirror, BanksMirror)
        assert isinstance(banks, BanksLab)
        assert [card.look for card in mirror.board.cards] == [card.look for card in banks.page.cards]
        assert mirror.board.told.headline == banks.page.told.headline
        # The loader has done its work: a dark screen would say nothing.
        assert not mirror.screen_view.isVisible()
        assert mirror.rect().contains(mirror.board.told.geometry())


def test_names_beside_a_lab_can_be_read_from_the_last_row(qtbot: QtBot) -> None:
    with presented(qtbot, CONSOLE, stop=LOGIN) as stage:
        assert stage.show.audience.lab is not None
        assert stage.screen.ink.theme.names >= stage.show.audience.height() / 40
        stage.keys("Q")
        # Beside a question the whole map is seen, whose cards have no room for such letters.
        assert stage.screen.ink.theme.names < stage.show.audience.height() / 40
        press_key(stage.program.window, "F5")
        assert stage.screen.ink.theme.names >= stage.show.audience.height() / 40
