"""Looking things up by id, by name and by era."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.packs import atlas_of, copy_tiny_pack, edit, tiny_atlas
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.errors import UnknownNameError


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return tiny_atlas()


def test_everything_is_at_hand_in_the_order_of_the_files(atlas: Atlas) -> None:
    assert list(atlas.components) == ["agent", "client", "kernel", "proxy"]
    assert list(atlas.links) == ["L1", "L2", "L3"]
    assert list(atlas.flows) == ["F01"]
    assert list(atlas.views) == ["all"]
    assert list(atlas.sources) == ["S1", "S2"]
    assert atlas.era_ids == ("e5", "e8")
    assert atlas.component("agent").name == "agent"
    assert atlas.link("L3").target == "agent"


@pytest.mark.parametrize("name", ["F01", "f01", "Ask the agent", "ASK THE AGENT"])
def test_flow_by_id_or_name(atlas: Atlas, name: str) -> None:
    assert atlas.flow(name).id == "F01"


@pytest.mark.parametrize("name", ["all", "Everything", "everyTHING"])
def test_view_by_id_or_name(atlas: Atlas, name: str) -> None:
    assert atlas.view(name).id == "all"


@pytest.mark.parametrize(
    ("name", "era"),
    [
        ("e5", "e5"),
        ("E8", "e8"),
        ("5", "e5"),
        ("8", "e8"),
        ("esxi 8.0", "e8"),
        ("5.0", "e5"),
        ("6.5", "e5"),
        ("7.0 U3", "e5"),
        ("8.0", "e8"),
        ("9.1", "e8"),
    ],
)
def test_era_by_id_label_name_or_version(atlas: Atlas, name: str, era: str) -> None:
    assert atlas.era(name).id == era


@pytest.mark.parametrize(
    ("method", "name", "message"),
    [
        ("component", "agnet", "there is no component 'agnet'; the nearest is 'agent'"),
        ("component", "Agent", "there is no component 'Agent'; the nearest is 'agent'"),
        ("link", "L33", "there is no link 'L33'; the nearest is 'L3'"),
        ("flow", "Ask the agnt", "there is no flow 'Ask the agnt'; the nearest is 'Ask the agent'"),
        ("view", "evrything", "there is no view 'evrything'; the nearest is 'Everything'"),
        ("era", "ESXi 8", "there is no era 'ESXi 8'; the nearest is 'ESXi 8.0'"),
        ("era", "4.1", "there is no era '4.1'"),
        ("view", "qqq", "there is no view 'qqq'"),
    ],
)
def test_unknown_name_says_the_nearest(atlas: Atlas, method: str, name: str, message: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        getattr(atlas, method)(name)
    assert str(caught.value) == message


def test_eras_of_components_and_links(atlas: Atlas) -> None:
    assert atlas.eras_of(atlas.component("agent")) == ("e5", "e8")
    assert atlas.eras_of(atlas.component("proxy")) == ("e8",)
    assert atlas.eras_of(atlas.link("L1")) == ("e5",)
    assert atlas.eras_of(atlas.link("L2")) == ("e8",)


@pytest.mark.parametrize(
    ("since", "until", "eras"),
    [
        ("5.0", "", ("e5", "e8")),
        ("7.0 U3", "", ("e5", "e8")),
        ("8.0", "", ("e8",)),
        ("9.9", "", ("e8",)),
        ("5.0", "5.0", ("e5",)),
        ("5.0", "7.0 U3", ("e5",)),
        ("5.0", "8.0", ("e5", "e8")),
        ("8.0 U1", "9.0", ("e8",)),
    ],
)
def test_an_era_counts_while_the_thing_is_there(tmp_path: Path, since: str, until: str, eras: tuple[str, ...]) -> None:
    pack = copy_tiny_pack(tmp_path)
    last = f"\nuntil: {until} [gk]" if until else ""
    edit(pack, "components/kernel.yaml", "since: 5.0 [gk]", f"since: {since} [gk]{last}")
    atlas = atlas_of(pack)
    assert atlas.eras_of(atlas.component("kernel")) == eras
    assert tuple(era for era in atlas.era_ids if atlas.exists("kernel", era)) == eras


def test_link_lives_no_longer_than_its_ends(tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    edit(pack, "links.yaml", "    until: 7.0 [v:S2]\n", "")
    assert tiny_atlas().exists("L1", "e8") is False
    assert atlas_of(pack).exists("L1", "e8") is True
    edit(pack, "components/client.yaml", "since: 5.0 [gk]", "since: 5.0 [gk]\nuntil: 7.0 [gk]")
    atlas = atlas_of(pack)
    assert atlas.exists("L1", "e5") is True
    assert atlas.exists("L1", "e8") is False


def test_eras_of_flows_steps_and_boxes(atlas: Atlas) -> None:
    flow = atlas.flow("F01")
    assert atlas.eras_of(flow) == ("e5", "e8")
    assert [atlas.eras_of(step) for step in flow.steps] == [("e5",), ("e8",), ("e8",), ("e5", "e8")]
    desk, host = atlas.view("all").zones
    assert atlas.eras_of(desk) == atlas.eras_of(host) == ("e5", "e8")
    assert [atlas.eras_of(card) for card in host.cards] == [("e5", "e8"), ("e8",)]


def test_exists(atlas: Atlas) -> None:
    assert atlas.exists("agent", "e5")
    assert atlas.exists("F01", "e5")
    assert not atlas.exists("proxy", "e5")
    assert not atlas.exists("L2", "e5")
    with pytest.raises(UnknownNameError, match="no component, link or flow 'agnt'; the nearest is 'agent'"):
        atlas.exists("agnt", "e5")
    with pytest.raises(UnknownNameError, match="no era 'e6'"):
        atlas.exists("agent", "e6")


def test_steps_in_an_era(atlas: Atlas) -> None:
    flow = atlas.flow("F01")
    assert [(step.source, step.target) for step in atlas.steps_in(flow, "e5")] == [
        ("client", "agent"),
        ("agent", "agent"),
    ]
    assert [step.source for step in atlas.steps_in(flow, "e8")] == ["client", "proxy", "agent"]


def test_no_steps_in_an_era_in_which_the_flow_is_not_offered(tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    edit(pack, "flows/F01.yaml", "view: all", "view: all\neras: e8")
    atlas = atlas_of(pack)
    assert atlas.steps_in(atlas.flow("F01"), "e5") == ()
    assert len(atlas.steps_in(atlas.flow("F01"), "e8")) == 3
    assert not atlas.exists("F01", "e5")


def test_steps_of_a_branch(forked: Path) -> None:
    atlas = atlas_of(forked)
    flow = atlas.flow("F01")
    branch = atlas.branch(flow, "refused")
    assert (branch.fails, branch.eras, branch.steps[0].takes) == (True, None, 2.5)
    assert [step.message for step in atlas.steps_in(flow, "e5", branch)] == ["POST /sdk", "do it", "refuse"]
    assert atlas.steps_in(flow, "e8", branch) == (*atlas.steps_in(flow, "e8"), *branch.steps)
    assert atlas.branches_in(flow, "e5") == (branch,)


def test_a_branch_leaves_out_what_comes_after_its_fork(forked: Path) -> None:
    edit(forked, "flows/F01.yaml", "after: do", "after: ask")
    atlas = atlas_of(forked)
    flow = atlas.flow("F01")
    (branch,) = flow.branches
    assert [step.message for step in atlas.steps_in(flow, "e8", branch)] == ["POST /sdk", "refuse", "note it"]


def test_no_steps_where_a_branch_is_not_offered_or_has_no_fork(forked: Path) -> None:
    edit(forked, "flows/F01.yaml", "after: do", "after: forward\n    eras: ..e5")
    atlas = atlas_of(forked)
    flow = atlas.flow("F01")
    (branch,) = flow.branches
    assert atlas.eras_of(branch) == ("e5",)
    assert [atlas.branches_in(flow, era) for era in ("e5", "e8")] == [(branch,), ()]
    assert [atlas.steps_in(flow, era, branch) for era in ("e5", "e8")] == [(), ()]


def test_no_branches_in_an_era_in_which_the_flow_is_not_offered(forked: Path) -> None:
    edit(forked, "flows/F01.yaml", "view: all", "view: all\neras: e8")
    atlas = atlas_of(forked)
    flow = atlas.flow("F01")
    assert atlas.branches_in(flow, "e5") == ()
    assert atlas.steps_in(flow, "e5", flow.branches[0]) == ()
    assert atlas.branches_in(flow, "e8") == flow.branches


@pytest.mark.parametrize("name", ["refused", "If the agent refuses", "IF the agent refuses"])
def test_branch_by_id_or_name(forked: Path, name: str) -> None:
    atlas = atlas_of(forked)
    assert atlas.branch(atlas.flow("F01"), name).id == "refused"
    with pytest.raises(UnknownNameError, match="no branch 'refusd'; the nearest is 'refused'"):
        atlas.branch(atlas.flow("F01"), "refusd")


def test_ancestors(tmp_path: Path, atlas: Atlas) -> None:
    assert atlas.ancestors("agent") == ("kernel",)
    assert atlas.ancestors("kernel") == ()
    pack = copy_tiny_pack(tmp_path)
    edit(pack, "components/proxy.yaml", "parent: kernel", "parent: agent")
    assert atlas_of(pack).ancestors("proxy") == ("agent", "kernel")
    edit(pack, "components/kernel.yaml", "kind: kernel", "kind: kernel\nparent: proxy")
    assert atlas_of(pack).ancestors("proxy") == ("agent", "kernel", "proxy")  # an unsound pack ends too


def test_links_of(atlas: Atlas) -> None:
    assert [link.id for link in atlas.links_of("agent")] == ["L1", "L3"]
    assert [link.id for link in atlas.links_of("client", "e8")] == ["L2"]
    assert atlas.links_of("kernel") == ()


def test_flows_through(atlas: Atlas) -> None:
    assert [flow.id for flow in atlas.flows_through("proxy")] == ["F01"]
    assert atlas.flows_through("kernel") == ()


def test_founding_of(atlas: Atlas) -> None:
    assert [statement.id for statement in atlas.founding_of("client")] == ["FT01"]
    assert atlas.founding_of("proxy") == ()


@pytest.mark.parametrize("method", ["ancestors", "links_of", "flows_through", "founding_of"])
def test_questions_about_an_unknown_component(atlas: Atlas, method: str) -> None:
    with pytest.raises(UnknownNameError, match="no component 'prxy'; the nearest is 'proxy'"):
        getattr(atlas, method)("prxy")


def test_changed(atlas: Atlas) -> None:
    assert atlas.changed("e8") == (("proxy", "L2", "L3"), ("L1",))
    assert atlas.changed("e5") == ((), ())
    with pytest.raises(UnknownNameError):
        atlas.changed("e99")


def test_an_atlas_can_key_a_cache(atlas: Atlas) -> None:
    assert {atlas: 1}[atlas] == 1
    assert atlas != tiny_atlas()
