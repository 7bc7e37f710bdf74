"""The one painter of the diagram: a function of the state, with the colours that it promises."""

from __future__ import annotations

from functools import cache

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.helpers.maps import explorer, share_of, still
from tests.helpers.widgets import THEMES, ink
from vmexplorer.app.explorer import Explorer
from vmexplorer.atlas.kind import Kind
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.drawing.geometry import Path, Point
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.state import LineRole, StageState, Token
from vmexplorer.ui.canvas.scene_painter import paint_picture


def drawn(state: StageState, theme: str = "dark", scale: float = 1.0) -> QImage:
    """A state at a scale, with its scene filling the picture."""
    scene = state.layout.scene
    picture = QImage(round(scene.width * scale), round(scene.height * scale), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(picture.rect(), ink(theme).role(Role.CANVAS))
    paint_picture(painter, ink(theme), state, QRectF(picture.rect()))
    painter.end()
    return picture


@cache
def teller(flow: str, view: str) -> Explorer:
    made = explorer(view)
    made.tell(flow)
    return made


def at(flow: str, view: str, seconds: float) -> StageState:
    made = teller(flow, view)
    made.player.seek(seconds)
    return made.state()


def alike(one: QColor, other: QColor, by: int = 2) -> bool:
    pairs = zip(one.getRgb(), other.getRgb(), strict=True)  # type: ignore[call-overload]
    return all(abs(a - b) <= by for a, b in pairs)


def mixed(over: QColor, under: QColor, share: float) -> QColor:
    parts = [round(a * share + b * (1 - share)) for a, b in zip(over.getRgb(), under.getRgb(), strict=True)]
    return QColor(*parts)


def around(picture: QImage, x: float, y: float, reach: int = 9) -> list[int]:
    """The colours near a place; messages keep a little to the side of their line."""
    columns, rows = range(round(x) - reach, round(x) + reach), range(round(y) - reach, round(y) + reach)
    return [picture.pixel(column, row) for column in columns for row in rows]


# Time


@pytest.mark.parametrize(("flow", "view"), [("F01", "overview"), ("F06", "overview"), ("F11", "ha"), ("F01", "vm")])
def test_a_moment_has_one_picture_however_one_comes_there(flow: str, view: str) -> None:
    duration = teller(flow, view).player.timeline.duration
    moments = [0.0, 0.4, duration * 0.31, duration * 0.5, duration]
    forth = [drawn(at(flow, view, moment)) for moment in moments]
    back = [drawn(at(flow, view, moment)) for moment in reversed(moments)]
    assert forth == back[::-1]
    assert len({bytes(picture.constBits()) for picture in forth}) == len(moments)


# Messages


def crossing() -> StageState:
    """The overview with one request halfway along a path of its own, over the ground below the cards."""
    path = Path([Point(200.0, 846.0), Point(1100.0, 846.0)])
    token = Token(path, 0.5, StepKind.REQUEST, Kind.VCENTER, "")
    return still()._replace(tokens=(token,))


@pytest.mark.parametrize("theme", THEMES)
def test_message_has_the_colour_of_its_sender_and_is_on_its_path(theme: str) -> None:
    picture = drawn(crossing(), theme)
    before = drawn(still(), theme)
    assert ink(theme).kind(Kind.VCENTER).lighter(110).rgb() in around(picture, 650, 846)
    assert around(picture, 690, 846) == around(before, 690, 846)
    assert around(picture, 620, 846) != around(before, 620, 846)  # its trail


def test_lost_message_is_red_and_stops(qapp: object) -> None:
    state = crossing()
    token = state.tokens[0]._replace(progress=0.9, broken=True)
    picture = drawn(state._replace(tokens=(token,)))
    assert ink().role(Role.FAULT).rgb() in around(picture, 200 + 900 * 0.6, 846)
    assert around(picture, 200 + 900 * 0.9, 846) == around(drawn(still()), 200 + 900 * 0.9, 846)


def test_reply_is_hollow(qapp: object) -> None:
    state = crossing()
    filled, ground = ink().kind(Kind.VCENTER).lighter(110).rgb(), ink().role(Role.CANVAS).rgb()
    request, reply = (
        around(drawn(state._replace(tokens=(state.tokens[0]._replace(kind=kind),))), 650, 846, 14)
        for kind in (StepKind.REQUEST, StepKind.REPLY)
    )
    assert request.count(filled) > 20
    assert reply.count(filled) == 0
    assert reply.count(ground) > request.count(ground)


def test_every_kind_of_message_has_a_shape_of_its_own(qapp: object) -> None:
    state = crossing()
    pictures = {
        kind: bytes(drawn(state._replace(tokens=(state.tokens[0]._replace(kind=kind),))).constBits())
        for kind in StepKind
    }
    assert len(set(pictures.values())) == len(StepKind)


def test_label_is_hidden_when_the_picture_is_small(qapp: object) -> None:
    state = crossing()
    named = state._replace(tokens=(state.tokens[0]._replace(label="PowerOnVM_Task"),))
    assert drawn(named) != drawn(state)
    assert drawn(named, scale=0.5) == drawn(state, scale=0.5)


def test_playing_step_shows_its_message(qapp: object) -> None:
    made = teller("F01", "overview")
    tenths = range(int(made.player.timeline.duration * 10))
    state = next(found for tenth in tenths if (found := at("F01", "overview", tenth / 10)).tokens)
    token = state.tokens[0]
    place = token.path.at(token.progress)[0]
    picture, without = drawn(state), drawn(state.ground())
    assert around(picture, place.x, place.y) != around(without, place.x, place.y)


# Veil, lines, boxes


@pytest.mark.parametrize("theme", THEMES)
def test_veil_dims_down_to_the_level_of_the_theme(theme: str) -> None:
    card = still().layout.card("ntpd")
    assert card is not None
    spot = (round(card.rect.right - 6.0), round(card.rect.bottom - 6.0))
    ground, dim = ink(theme).role(Role.CANVAS), ink(theme).theme.dim
    clear = drawn(still(), theme).pixelColor(*spot)
    half = drawn(still()._replace(veil=0.5), theme).pixelColor(*spot)
    full = drawn(still()._replace(veil=1.0), theme).pixelColor(*spot)
    assert clear == ink(theme).role(Role.CARD)
    assert alike(half, mixed(ground, clear, (1 - dim) / 2))
    assert alike(full, mixed(ground, clear, 1 - dim))


@pytest.mark.parametrize("theme", THEMES)
def test_selected_lines_have_the_colour_of_the_component(theme: str) -> None:
    made = explorer()
    made.select_component("hostd")
    state = made.state()
    picture, at_rest = drawn(state, theme), drawn(still(), theme)
    colour = ink(theme).kind(Kind.USER_WORLD)
    lines = [line for line in state.lines if line.role is LineRole.SELECTED]
    assert lines
    for line in lines:
        spots = [line.path.at(share / 40)[0] for share in range(2, 39)]
        shown = [picture.pixelColor(round(spot.x), round(spot.y)) for spot in spots]
        assert sum(alike(found, colour, 12) for found in shown) > len(shown) / 2
    card = still().layout.card("ntpd")
    assert card is not None
    far = (round(card.rect.centre.x), round(card.rect.centre.y))
    assert picture.pixelColor(*far) == at_rest.pixelColor(*far)


def test_selected_card_glows(qapp: object) -> None:
    made = explorer()
    made.select_component("hostd")
    card = still().layout.card("hostd")
    assert card is not None
    beside = (round(card.rect.x - 4.0), round(card.rect.centre.y + 60.0))
    assert drawn(made.state()).pixelColor(*beside) != drawn(still()).pixelColor(*beside)


def test_changes_show_what_is_new_and_what_is_gone(qapp: object) -> None:
    made = explorer(era="e8")
    plain = drawn(made.state())
    made.show_changes(True)
    state = made.state()
    assert state.tags or state.ghosts
    assert share_of(drawn(state), ink().role(Role.ACCENT), 2) > share_of(plain, ink().role(Role.ACCENT), 2)


# Text


def textless(state: StageState) -> StageState:
    cards = tuple(card._replace(name="", subtitle="", summary="") for card in state.layout.cards)
    zones = tuple(zone._replace(title="") for zone in state.layout.zones)
    return state._replace(layout=state.layout._replace(cards=cards, zones=zones))


def test_text_is_left_out_when_nobody_could_read_it(qapp: object) -> None:
    assert drawn(still(), scale=0.2) == drawn(textless(still()), scale=0.2)
    assert drawn(still(), scale=1.0) != drawn(textless(still()), scale=1.0)


def test_names_stay_longer_than_subtitles(qapp: object) -> None:
    cards = tuple(card._replace(subtitle="") for card in still().layout.cards)
    named = still()._replace(layout=still().layout._replace(cards=cards))
    assert drawn(still(), scale=0.5) != drawn(named, scale=0.5)
    assert drawn(still(), scale=0.3) == drawn(named, scale=0.3)
    assert drawn(named, scale=0.3) != drawn(textless(still()), scale=0.3)
