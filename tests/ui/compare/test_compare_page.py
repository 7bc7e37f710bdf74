"""The page of a comparison: two maps of the same part of the scene, and the words beside them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from tests.helpers.maps import differing, image
from tests.helpers.shipped import picture, shipped_atlas
from tests.helpers.widgets import dressed, ink, present
from vmexplorer.app.comparing import WAITS, Comparing, Side
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.camera import fit
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.compare.area_canvas import MARGIN
from vmexplorer.ui.compare.compare_page import ComparePage
from vmexplorer.ui.compare.fitted_text import SMALLEST, Counter, FittedText

SIZES = ((1648, 876), (1130, 564), (700, 1000))


def comparing(era: str = "e9") -> Comparing:
    return Comparing(shipped_atlas(), "C01", era, known=(picture("overview", era),))


@pytest.fixture
def made() -> Comparing:
    return comparing()


@pytest.fixture
def page(qtbot: QtBot, made: Comparing) -> Iterator[ComparePage]:
    with dressed():
        shown = ComparePage(ink())
        shown.show_comparing(made)
        yield present(qtbot, shown, *SIZES[0])


def go(page: ComparePage, made: Comparing, row: int, share: float = 0.5) -> None:
    step = made.player.timeline.steps[row]
    made.player.seek(step.launch + (step.arrive - step.launch) * share)
    page.show_moment(made)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_both_maps_show_the_same_part_in_whatever_window(
    page: ComparePage, made: Comparing, width: int, height: int, qtbot: QtBot
) -> None:
    page.resize(width, height)
    qtbot.waitUntil(lambda: page.width() == width)
    above, below = page.maps
    assert above.width() == below.width() == width - page.caption.width()
    area = made.area(Side.FIRST)
    for canvas in page.maps:
        assert canvas.camera == fit(area, canvas.width(), canvas.height(), MARGIN)
        seen = canvas.seen()
        assert seen.united(area) == seen
    assert abs(above.height() - below.height()) <= 1
    assert above.geometry().bottom() < below.geometry().top()


@pytest.mark.parametrize(("height", "texts"), [(564, 1.0), (876, 1.0), (1752, 2.0)])
def test_messages_on_the_maps_grow_with_the_page(page: ComparePage, qtbot: QtBot, height: int, texts: float) -> None:
    page.resize(round(height * 1.9), height)
    qtbot.waitUntil(lambda: page.height() == height)
    assert [canvas.ink.texts for canvas in page.maps] == [texts, texts]


def test_part_stays_fitted_when_the_flow_plays(page: ComparePage, made: Comparing) -> None:
    before = page.maps[0].camera
    for row in range(len(made.rows)):
        go(page, made, row)
    assert page.maps[0].camera == before == page.maps[1].camera


def test_words_get_the_room_that_the_maps_leave(page: ComparePage, qtbot: QtBot) -> None:
    wide = page.words[0].width()
    page.resize(1400, 876)
    qtbot.waitUntil(lambda: page.width() == 1400)
    assert page.words[0].width() < wide
    assert page.words[0].width() == page.words[1].width() == page.caption.width()


def test_caption_stands_over_the_line_between_the_maps(page: ComparePage) -> None:
    middle = page.caption.mapTo(page, page.caption.rect().center()).y()
    assert abs(middle - page.height() / 2) <= 2


def test_each_side_has_its_title_at_its_top_left(page: ComparePage, made: Comparing) -> None:
    assert [words.title.text for words in page.words] == [made.title(side) for side in Side]
    for words, canvas in zip(page.words, page.maps, strict=True):
        assert words.mapTo(page, words.rect().topLeft()).x() == 0
        assert canvas.accessibleName() == words.title.text


def test_words_say_what_each_side_does_and_how_many_messages_it_has_sent(page: ComparePage, made: Comparing) -> None:
    go(page, made, 4)
    above, below = page.words
    assert (above.now.text, above.now.role) == (WAITS, Role.FAINT)
    assert (below.now.text, below.now.role) == ("vpxa: start LRO", Role.TEXT)
    assert [words.count.text for words in page.words] == ["2 messages so far", "3 messages so far"]
    go(page, made, 5)
    assert above.now.role is Role.TEXT


def test_one_message_is_not_several(page: ComparePage, made: Comparing) -> None:
    go(page, made, 1)
    assert page.words[1].count.text == "1 message so far"


def test_caption_says_the_pair_in_plain_text(page: ComparePage, made: Comparing) -> None:
    go(page, made, 3)
    says = made.rows[3].says
    assert says is not None
    assert "`" in says.text
    assert page.caption.number.text == "4 / 16"
    assert page.caption.says.text == says.text.replace("`", "")
    assert page.caption.says.accessibleName() == page.caption.says.text


def test_moving_side_is_painted_and_waiting_side_is_not(page: ComparePage, made: Comparing) -> None:
    go(page, made, 4, 0.3)
    before = [canvas.state for canvas in page.maps]
    go(page, made, 4, 0.6)
    assert page.maps[0].state is before[0]
    assert page.maps[1].state is not before[1]


def test_theme_changes_maps_and_words(page: ComparePage, made: Comparing) -> None:
    go(page, made, 5)
    parts = (page, *page.maps, page.caption, *page.words)
    before = [image(part) for part in parts]
    page.set_ink(ink("projector"))
    changed = [
        differing(image(part), old) / (old.width() * old.height()) for part, old in zip(parts, before, strict=True)
    ]
    assert min(changed[:4]) > 0.5
    # The words lie on the ground of the page.
    assert min(changed[4:]) > 0.02


def test_another_era_shows_its_own_part(page: ComparePage) -> None:
    other = comparing("e3")
    page.show_comparing(other)
    for side in Side:
        canvas = page.maps[side]
        assert canvas.state is not None
        assert canvas.state.layout.era == "e3"
        assert canvas.camera == fit(other.area(side), canvas.width(), canvas.height(), MARGIN)


# Words that fit


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_all_that_the_shipped_comparison_says_fits(
    page: ComparePage, made: Comparing, width: int, height: int, qtbot: QtBot
) -> None:
    page.resize(width, height)
    qtbot.waitUntil(lambda: page.width() == width)
    for row in range(len(made.rows)):
        go(page, made, row)
        for text in (page.caption.says, *(words.now for words in page.words)):
            assert text.pixels > SMALLEST


def test_long_text_becomes_smaller_but_not_unreadable(qtbot: QtBot) -> None:
    text = FittedText(ink(), 40.0)
    text.set_text("Short")
    present(qtbot, text, 400, 120)
    assert text.pixels == 40.0
    text.set_text("A sentence that has so many words that they need several lines. " * 2)
    assert SMALLEST < text.pixels < 40.0
    text.set_text("Far too much for such a small room. " * 60)
    assert text.pixels == SMALLEST


def test_path_is_not_torn_after_its_slash(qtbot: QtBot) -> None:
    text = FittedText(ink(), 20.0)
    text.set_text("leads to /sdk")
    torn = FittedText(ink(), 20.0)
    torn.set_text("leads to / sdk")
    room = QFontMetrics(fonts.font(20.0)).horizontalAdvance("leads to /") + 4
    for shown in (text, torn):
        present(qtbot, shown, room, 80)
    assert differing(image(text), image(torn)) > 20
    whole = FittedText(ink(), 20.0)
    whole.set_text("leads to  /sdk")
    assert differing(image(text), image(present(qtbot, whole, room, 80))) == 0


def test_counter_paints_number_and_unit(qtbot: QtBot) -> None:
    counter = Counter(ink(), 60.0)
    counter.set_text("3 messages so far")
    present(qtbot, counter, 500, counter.sizeHint().height())
    whole = image(counter)
    counter.set_text("3 ")
    number = image(counter)
    assert differing(whole, number) > 100
    counter.set_text("")
    assert differing(number, image(counter)) > 100
