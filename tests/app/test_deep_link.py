"""A link leads where it was copied; one that no longer fits opens as near as it can and says why."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.packs import TINY_PACK, tiny_atlas
from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.deep_link import DeepLink, LinkError, apply, link_to, read, resolve, write
from vmexplorer.app.explorer import Explorer
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.flow import Branch
from vmexplorer.atlas.pack_reader import read_pack
from vmexplorer.playback.motion import REDUCED


@pytest.fixture(scope="module")
def tiny() -> Atlas:
    return tiny_atlas()


@pytest.fixture(scope="module")
def forked() -> Atlas:
    """The tiny atlas with a branch in the newer era: the proxy refuses, and nothing follows."""
    pack, _, _ = read_pack(TINY_PACK)
    assert pack is not None
    first, ask, forward, *rest = pack.flows[0].steps
    fork = Branch("refused", "If the proxy refuses", "ask", (forward,), eras=EraRange("e8", "e8"))
    steps = (first, dataclasses.replace(ask, id="ask"), forward, *rest)
    flow = dataclasses.replace(pack.flows[0], steps=steps, branches=(fork,))
    return Atlas.of(dataclasses.replace(pack, flows=(flow,)))


@pytest.fixture
def explorer() -> Explorer:
    return Explorer(tiny_atlas())


def test_every_part_is_looked_up_by_id_or_name(tiny: Atlas) -> None:
    link = DeepLink("EVERYTHING", "5.5", "ask the agent", None, 2, 1.5, "Kernel")
    target, complaints = resolve(link, tiny)
    assert complaints == ()
    assert (target.view, target.era, target.step, target.at) == ("all", "e5", 2, 1.5)
    assert (target.flow, target.component, target.link) == (tiny.flow("F01"), "kernel", "")
    assert target.as_meant


def test_selection_may_be_a_link(tiny: Atlas) -> None:
    target, complaints = resolve(DeepLink(select="l2"), tiny)
    assert (target.component, target.link, complaints) == ("", "L2", ())


def test_era_left_out_is_the_newest_that_fits(tiny: Atlas) -> None:
    assert resolve(DeepLink(), tiny)[0].era == "e8"
    assert resolve(DeepLink(select="L1"), tiny)[0].era == "e5"


@pytest.mark.parametrize(
    ("link", "complaint"),
    [
        (DeepLink(view="al"), "there is no view 'al'; the nearest is 'all'"),
        (DeepLink(era="e55"), "there is no era 'e55'; the nearest is 'e5'"),
        (DeepLink(flow="F02"), "there is no flow 'F02'; the nearest is 'F01'"),
        (DeepLink(flow="F02", step=2, at=1.0), "there is no flow 'F02'; the nearest is 'F01'"),
        (DeepLink(select="prxy"), "there is no component or link 'prxy'; the nearest is 'proxy'"),
        (DeepLink(era="e5", select="proxy"), "'proxy' does not exist in ESXi 5.0; nothing is selected"),
        (DeepLink(step=2, at=1.0), "the link says step=2 and at=1.0 but names no flow to which that belongs"),
        (DeepLink(flow="F01", step=4), "the flow 'Ask the agent' has 3 steps in ESXi 8.0 and no step 4"),
        (DeepLink(flow="F01", branch="x"), "the flow 'Ask the agent' has no branch 'x', for it goes one way only"),
        (DeepLink(flow="route:client:nobody"), "there is no component 'nobody'"),
        (DeepLink(flow="route:client:kernel"), "no links join Client and Kernel in ESXi 8.0"),
    ],
)
def test_each_fault_has_one_sentence(tiny: Atlas, link: DeepLink, complaint: str) -> None:
    target, complaints = resolve(link, tiny)
    (told,) = complaints
    assert told.startswith(complaint)
    assert target.view in ("", "all")
    assert target.component == target.link == ""


def test_faults_are_told_one_by_one(tiny: Atlas) -> None:
    target, complaints = resolve(DeepLink("al", "e55", "F01", None, 99, None, "prxy"), tiny)
    assert [text.partition(";")[0] for text in complaints] == [
        "there is no view 'al'",
        "there is no era 'e55'",
        "the flow 'Ask the agent' has 3 steps in ESXi 8.0 and no step 99",
        "there is no component or link 'prxy'",
    ]
    assert (target.view, target.era, target.step, target.as_meant) == ("all", "e8", 3, False)


def test_flow_that_the_era_lacks_opens_in_the_nearest() -> None:
    target, complaints = resolve(DeepLink(era="e3", flow="F11", select="ha-fdm"), shipped_atlas())
    assert (target.era, target.component) == ("e5", "ha-fdm")
    assert complaints == (
        "the flow 'HA restarts a VM' is not offered in ESX Server 3i, ESXi 3.5; it opens in ESXi 5.0, 5.1 and 5.5",
    )


def test_branch_decides_how_many_steps_there_are(forked: Atlas) -> None:
    target, complaints = resolve(DeepLink(flow="F01", branch="refused", step=3), forked)
    assert target.branch == forked.flow("F01").branches[0]
    assert (target.step, len(complaints)) == (2, 1)
    assert resolve(DeepLink(flow="F01", branch="If the proxy refuses", step=2), forked)[1] == ()


@pytest.mark.parametrize(
    ("link", "complaint"),
    [
        (DeepLink(flow="F01", branch="refsed"), "there is no branch 'refsed'; the nearest is 'refused'"),
        (
            DeepLink(era="e5", flow="F01", branch="refused"),
            "the branch 'If the proxy refuses' of 'Ask the agent' is not offered in ESXi 5.0",
        ),
    ],
)
def test_branch_that_does_not_fit_is_left_out(forked: Atlas, link: DeepLink, complaint: str) -> None:
    target, complaints = resolve(link, forked)
    assert (target.branch, target.flow, complaints) == (None, forked.flow("F01"), (complaint,))


def test_link_of_a_fresh_explorer_names_the_home_view(explorer: Explorer) -> None:
    assert link_to(explorer) == "vmexplorer:view=all&era=e8"


def test_copied_link_opens_the_same_picture_paused(explorer: Explorer) -> None:
    explorer.show_era("e5")
    explorer.tell("F01")
    explorer.player.seek(1.25)
    explorer.select_link("L1")
    explorer.player.play()
    text = link_to(explorer)
    assert text == "vmexplorer:view=all&era=e5&flow=F01&step=1&at=1.25&select=L1"
    other = Explorer(tiny_atlas())
    other.tell("F01")
    other.player.play()
    assert apply(other, text) == ()
    assert (other.player.position, other.player.playing) == (1.25, False)
    assert link_to(other) == text
    explorer.player.pause()
    assert other.state().messages() == explorer.state().messages()


@given(st.data())
@settings(max_examples=25)
def test_link_of_every_situation_leads_back(data: st.DataObject) -> None:
    atlas = tiny_atlas()
    explorer = Explorer(atlas)
    explorer.show_era(data.draw(st.sampled_from(atlas.era_ids)))
    if data.draw(st.booleans()):
        explorer.tell("F01")
        ticks = explorer.player.timeline.ticks
        moments = st.sampled_from((0.0, *ticks)) | st.floats(0, ticks[-1])
        explorer.player.seek(data.draw(moments))
    here = [id for id in (*atlas.components, *atlas.links) if atlas.exists(id, explorer.now.era)]
    selected = data.draw(st.sampled_from(["", *here]))
    explorer.select_link(selected) if selected in atlas.links else explorer.select_component(selected)
    text = link_to(explorer)
    other = Explorer(atlas)
    assert apply(other, text) == ()
    assert other.now == explorer.now
    assert (other.player.position, other.player.step) == (explorer.player.position, explorer.player.step)


def test_route_is_found_again(explorer: Explorer) -> None:
    explorer.tell_route("client", "agent")
    explorer.player.go_to_step(1)
    text = link_to(explorer)
    assert "&flow=route:client:agent&step=2&" in text
    other = Explorer(tiny_atlas())
    assert apply(other, text) == ()
    assert link_to(other) == text
    assert len(other.hops) == 2


def test_link_replaces_what_was_open(explorer: Explorer) -> None:
    explorer.tell("F01")
    explorer.select_component("agent")
    assert apply(explorer, "vmexplorer:view=all&era=e5") == ()
    assert (explorer.flow, explorer.now.component, explorer.now.era) == (None, "", "e5")


def test_step_alone_opens_at_its_end(explorer: Explorer) -> None:
    assert apply(explorer, "vmexplorer:flow=F01&step=2") == ()
    assert explorer.player.position == explorer.player.timeline.ticks[1]


@pytest.mark.parametrize("step", ["", "&step=2", "&step=3"])
def test_moment_beyond_the_end_is_held_there(explorer: Explorer, step: str) -> None:
    (complaint,) = apply(explorer, f"vmexplorer:flow=F01{step}&at=9999")
    ticks = explorer.player.timeline.ticks
    assert explorer.player.position == (ticks[1] if "2" in step else ticks[-1])
    end = f"the end of step {step[-1]}" if step else "its end"
    assert complaint.endswith(f"seconds and has no moment 9999; it opens at {end}")


def test_step_wins_over_a_moment_in_another(explorer: Explorer) -> None:
    complaints = apply(explorer, "vmexplorer:flow=F01&step=3&at=0.5")
    assert complaints == ("the moment 0.5 is not in step 3 of 'Ask the agent'; it opens at the end of that step",)
    assert explorer.player.step == 2


@pytest.mark.parametrize("moment", ["0.5", "9999"])
def test_other_times_are_no_fault_of_the_link(explorer: Explorer, moment: str) -> None:
    explorer.set_motion(REDUCED)
    assert apply(explorer, f"vmexplorer:flow=F01&step=3&at={moment}") == ()
    assert explorer.player.step == 2


def test_component_without_a_view_is_shown_where_it_is_drawn() -> None:
    explorer = Explorer(shipped_atlas())
    assert not explorer.wiring.layout.boxes_of("boot-loader")
    assert apply(explorer, "vmexplorer:select=boot-loader") == ()
    assert explorer.wiring.layout.boxes_of("boot-loader")
    assert apply(explorer, "vmexplorer:view=boot&select=hostd") == ()
    assert (explorer.now.view, explorer.now.component) == ("boot", "hostd")


def test_branch_is_told_again(forked: Atlas) -> None:
    explorer = Explorer(forked)
    explorer.tell("F01/refused")
    explorer.player.last()
    text = link_to(explorer)
    assert "&flow=F01&branch=refused&step=2&at=" in text
    other = Explorer(forked)
    assert apply(other, text) == ()
    assert (other.now, other.player.position) == (explorer.now, explorer.player.position)
    assert (other.now.branch, len(other.hops)) == ("refused", 2)


@pytest.mark.parametrize("text", ["file:///etc/passwd", "vmexplorer:view=%00", "vmexplorer:flow=F01\n", ""])
def test_unreadable_link_moves_nothing(explorer: Explorer, text: str) -> None:
    explorer.tell("F01")
    explorer.select_component("agent")
    before = link_to(explorer)
    with pytest.raises(LinkError):
        apply(explorer, text)
    assert link_to(explorer) == before


_WORDS = st.sampled_from(["all", "e5", "e8", "F01", "agent", "L1", "route:client:agent", "route::", "kernel"])
_NAMES = st.none() | _WORDS | st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)


@given(
    st.builds(
        DeepLink, _NAMES, _NAMES, _NAMES, _NAMES, st.none() | st.integers(1, 9), st.none() | st.floats(0, 99), _NAMES
    )
)
@settings(max_examples=100)
def test_any_readable_link_opens_somewhere(link: DeepLink) -> None:
    explorer = Explorer(tiny_atlas())
    complaints = apply(explorer, write(link))
    assert all(text and "\n" not in text for text in complaints)
    assert not explorer.player.playing
    again = read(link_to(explorer))
    assert resolve(again, explorer.atlas)[1] == ()
