"""What an era brought and took away, marked on every shipped picture."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.helpers.packs import append, atlas_of, copy_tiny_pack, tiny_atlas
from tests.helpers.shipped import picture, shipped_atlas
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.drawing.layout import Layout
from vmexplorer.drawing.placement import place
from vmexplorer.drawing.wiring import Wiring
from vmexplorer.stage.changes import with_changes
from vmexplorer.stage.compose import still
from vmexplorer.stage.state import StageState


def marked() -> Iterator[tuple[Layout, StageState]]:
    """Every view in every era but the first, with its changes and the layout of the era before."""
    atlas = shipped_atlas()
    for view in atlas.views:
        for before, era in pairwise(atlas.era_ids):
            layout = picture(view, before).layout
            yield layout, with_changes(still(picture(view, era)), atlas, layout)


@pytest.fixture(scope="module")
def changed() -> list[tuple[Layout, StageState]]:
    return list(marked())


def test_tags_are_on_what_the_era_brought(atlas: Atlas, changed: list[tuple[Layout, StageState]]) -> None:
    for before, state in changed:
        added, _ = atlas.changed(state.layout.era)
        new = [card for card in state.layout.cards if card.component in added]
        said = {id: text.split(", was ")[0] for id, text in state.tags if text.startswith("new in ")}
        assert said == {card.id: f"new in {atlas.component(card.component).since}" for card in new}
        assert not {card.component for card in new} & {card.component for card in before.cards}


def test_outlines_are_of_what_the_era_took_away(atlas: Atlas, changed: list[tuple[Layout, StageState]]) -> None:
    for before, state in changed:
        _, removed = atlas.changed(state.layout.era)
        gone = {
            card.id: f"until {atlas.component(card.component).until}"
            for card in before.cards
            if card.component in removed
        }
        ghosts = dict(state.ghosts)
        assert ghosts.items() <= gone.items()
        for id in gone.keys() - ghosts.keys():
            rect = next(card.rect for card in before.cards if card.id == id)
            assert any(card.rect.overlaps(rect) for card in state.layout.cards)


def test_what_is_gone_is_named_on_the_card_in_its_place(atlas: Atlas, changed: list[tuple[Layout, StageState]]) -> None:
    named = 0
    for before, state in changed:
        _, removed = atlas.changed(state.layout.era)
        lost = [card for card in before.cards if card.component in removed and card.id not in dict(state.ghosts)]
        for card in lost:
            heirs = [heir for heir in state.layout.cards if heir.rect.overlaps(card.rect)]
            texts = [dict(state.tags).get(heir.id, "") for heir in heirs]
            assert all(
                f"was {card.subtitle if heir.name == card.name else card.name}" in text
                for heir, text in zip(heirs, texts, strict=True)
            )
            named += len(heirs)
    assert named > 0


def test_outlines_cover_no_card(changed: list[tuple[Layout, StageState]]) -> None:
    for before, state in changed:
        ghosts = [card for card in before.cards if card.id in dict(state.ghosts)]
        assert not any(card.rect.overlaps(ghost.rect) for ghost in ghosts for card in state.layout.cards)
        assert state.before is before


def test_shipped_pictures_have_newcomers(changed: list[tuple[Layout, StageState]]) -> None:
    assert sum(len(state.tags) for _, state in changed) > 10


def test_texts_name_versions(changed: list[tuple[Layout, StageState]]) -> None:
    said = {text for _, state in changed for _, text in (*state.tags, *state.ghosts)}
    texts = {text.split(", was ")[0] for text in said if not text.startswith("was ")}
    assert "until None" not in texts
    assert all(text.split()[-1][0].isdigit() or text.split()[-1][0] == "U" for text in texts)


@pytest.fixture
def tiny() -> Atlas:
    return tiny_atlas()


def tiny_state(atlas: Atlas, era: str) -> StageState:
    view = atlas.view("all")
    return still(Wiring(atlas, view, place(atlas, view, era)))


def test_newcomer_is_tagged_with_its_version(tiny: Atlas) -> None:
    state = with_changes(tiny_state(tiny, "e8"), tiny, tiny_state(tiny, "e5").layout)
    assert (state.tags, state.ghosts) == ((("proxy", "new in 8.0"),), ())


def without_agent(folder: Path) -> Atlas:
    """The tiny pack whose agent ended with the first era."""
    pack = copy_tiny_pack(folder)
    append(pack, "components/agent.yaml", "until: 7.0 U3 [v:S1]\n")
    return atlas_of(pack)


def test_what_is_gone_leaves_an_outline_with_its_last_version(tmp_path: Path) -> None:
    atlas = without_agent(tmp_path)
    before = tiny_state(atlas, "e5").layout
    state = with_changes(tiny_state(atlas, "e8"), atlas, before)
    assert state.ghosts == (("agent", "until 7.0 U3"),)
    assert state.before is before


def test_outline_gives_way_to_what_took_the_place(tmp_path: Path) -> None:
    atlas = without_agent(tmp_path)
    before = tiny_state(atlas, "e5").layout
    place_taken = before._replace(cards=tuple(card._replace(rect=before.scene) for card in before.cards))
    assert with_changes(tiny_state(atlas, "e8"), atlas, place_taken).ghosts == ()


def test_what_the_view_no_longer_shows_but_exists_leaves_no_outline(tiny: Atlas) -> None:
    state = tiny_state(tiny, "e8")
    fewer = state._replace(layout=state.layout._replace(cards=state.layout.cards[:1]))
    assert with_changes(fewer, tiny, tiny_state(tiny, "e5").layout).ghosts == ()


def test_what_the_view_did_not_show_before_but_existed_is_not_new(tiny: Atlas) -> None:
    bare = tiny_state(tiny, "e5").layout._replace(cards=())
    assert with_changes(tiny_state(tiny, "e8"), tiny, bare).tags == (("proxy", "new in 8.0"),)


def test_first_era_changes_nothing(tiny: Atlas) -> None:
    state = tiny_state(tiny, "e5")
    assert with_changes(state, tiny, None) == state
