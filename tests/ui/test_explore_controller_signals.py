"""A signal of the controller for every change, and none when nothing changes."""

from __future__ import annotations

from tests.helpers.ears import Ears, play
from tests.helpers.shipped import shipped_atlas
from vmexplorer.playback.clock import ManualClock
from vmexplorer.ui.explore_controller import ExploreController


def test_nothing_is_said_when_nothing_changes(controller: ExploreController, ears: Ears) -> None:
    controller.clear_selection()
    controller.show_era(controller.explorer.now.era)
    controller.show_changes(False)
    controller.point_at("")
    controller.toggle()
    controller.next()
    controller.scrub(3.0)
    controller.tick()
    assert ears.take() == set()


def test_selection_is_told(controller: ExploreController, ears: Ears) -> None:
    controller.choose_component("vmx", "vmx-2")
    assert ears.take() == {"selection_changed", "state_changed"}
    assert (controller.explorer.now.component, controller.explorer.now.box) == ("vmx", "vmx-2")
    controller.clear_selection()
    assert ears.take() == {"selection_changed", "state_changed"}


def test_hover_changes_only_the_picture(controller: ExploreController, ears: Ears) -> None:
    controller.point_at("hostd")
    assert ears.take() == {"state_changed"}
    controller.point_at("hostd")
    assert ears.take() == set()


def test_component_of_another_view_takes_one_there(controller: ExploreController, ears: Ears) -> None:
    controller.choose_component("vmx-svga")
    assert controller.explorer.wiring.layout.boxes_of("vmx-svga")
    assert {"view_changed", "selection_changed", "state_changed"} <= ears.take()
    controller.back()
    assert controller.explorer.now.view == "overview"


def test_link_that_is_not_drawn_takes_one_to_a_view_that_has_it(controller: ExploreController) -> None:
    for link in shipped_atlas().links.values():
        if shipped_atlas().exists(link.id, controller.explorer.now.era):
            controller.choose_link(link.id)
            assert controller.explorer.now.link == link.id
    controller.choose_link("")
    assert controller.explorer.now.link == ""


def test_unknown_component_is_said_and_changes_nothing(controller: ExploreController, ears: Ears) -> None:
    before = controller.explorer.now
    controller.choose_component("hosdt")
    assert ears.take() == {"said"}
    assert "hostd" in ears.said[0]
    assert controller.explorer.now == before


def test_telling_a_flow_tells_all_about_it(controller: ExploreController, ears: Ears) -> None:
    controller.tell("F01")
    told = {"flow_changed", "step_changed", "position_changed", "playing_changed", "state_changed"}
    assert ears.take() == told
    controller.tell("")
    assert {"flow_changed", "state_changed"} <= ears.take()
    assert controller.explorer.flow is None


def test_flow_is_told_on_a_view_that_draws_it(controller: ExploreController, ears: Ears) -> None:
    controller.show_view("vm")
    ears.take()
    controller.tell("F15")
    assert controller.explorer.now.view == "boot"
    assert "view_changed" in ears.take()


def test_flow_of_another_era_is_refused_in_a_sentence(controller: ExploreController, ears: Ears) -> None:
    controller.show_era("e3")
    ears.take()
    controller.tell("F09")
    assert ears.take() == {"said"}
    assert "Forward logs to syslog" in ears.said[0]
    assert controller.explorer.flow is None


def test_era_without_the_flow_drops_it_and_says_so(controller: ExploreController, ears: Ears) -> None:
    controller.tell("F09")
    controller.toggle()
    ears.take()
    controller.show_era("e3")
    assert {"era_changed", "flow_changed", "said"} <= ears.take()
    assert "Forward logs to syslog" in ears.said[0]
    assert controller.explorer.flow is None
    assert not controller.running


def test_era_with_the_flow_keeps_it_from_its_start(controller: ExploreController) -> None:
    controller.tell("F01")
    controller.scrub(9.0)
    controller.show_era("e5")
    assert controller.explorer.now.flow == "F01"
    assert controller.explorer.player.position == 0.0


def test_other_view_keeps_the_step(controller: ExploreController) -> None:
    controller.tell("F01")
    controller.explorer.player.go_to_step(3)
    controller.show_view("vm")
    assert controller.explorer.now.flow == "F01"
    assert controller.explorer.player.step == 3


def test_route_is_told_and_missing_route_is_said(controller: ExploreController, ears: Ears) -> None:
    controller.tell_route("vsphere-client", "vmx")
    assert "flow_changed" in ears.take()
    assert controller.explorer.hops
    alone = [name for name in shipped_atlas().components if not shipped_atlas().links_of(name, "e9")]
    controller.tell_route("hostd", alone[0])
    assert ears.take() == {"said"}
    assert controller.explorer.hops


def test_modes_are_told(controller: ExploreController, ears: Ears) -> None:
    controller.faster()
    assert ears.take() == {"modes_changed"}
    assert controller.explorer.player.speed == 1.5
    controller.slower()
    controller.set_loop(True)
    controller.set_stepping(True)
    assert ears.take() == {"modes_changed"}
    player = controller.explorer.player
    assert (player.speed, player.loop, player.stop_at_each_step) == (1.0, True, True)


def test_step_is_told_once_for_each_step(controller: ExploreController, clock: ManualClock) -> None:
    steps: list[int | None] = []
    controller.tell("F05")
    controller.step_changed.connect(lambda: steps.append(controller.explorer.player.step))
    controller.toggle()
    play(controller, clock, controller.explorer.player.timeline.duration + 1.0)
    count = len(controller.explorer.hops)
    assert [step for step in dict.fromkeys(steps) if step is not None] == list(range(count))
    assert len(steps) == count + 1  # once more when it stops


# Where one has been


def test_back_and_forward_follow_the_way(controller: ExploreController, ears: Ears) -> None:
    for view in ("vm", "vmkernel"):
        controller.show_view(view)
    controller.back()
    assert controller.explorer.now.view == "vm"
    controller.back()
    controller.back()
    assert controller.explorer.now.view == "overview"
    assert not controller.history.can_go_back
    controller.forward()
    controller.forward()
    controller.forward()
    assert controller.explorer.now.view == "vmkernel"
    assert "view_changed" in ears.take()


def test_up_goes_to_the_surrounding_view(controller: ExploreController) -> None:
    controller.show_view("vm")
    parent = shipped_atlas().view("vm").parent
    assert parent is not None
    controller.up()
    assert controller.explorer.now.view == parent
    controller.show_view("overview")
    controller.up()
    assert controller.explorer.now.view == "overview"


def test_inside_of_a_component_opens_its_view(controller: ExploreController) -> None:
    controller.open_inside("vmx")
    assert controller.explorer.now.view == "vm"
    controller.open_inside("hostd-probe")
    assert controller.explorer.now.view == "vm"


def test_another_pack_clears_the_stage(controller: ExploreController) -> None:
    controller.tell("F01")
    controller.show_view("vm")
    controller.choose_component("vmx")
    controller.adopt(shipped_atlas())
    now = controller.explorer.now
    assert (now.view, now.component, now.flow) == ("vm", "", "")
    assert not controller.history.can_go_back
    assert controller.explorer.hops == ()
