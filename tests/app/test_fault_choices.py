"""What the menu of a part offers can be done, and reads like a sentence."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.fault_choices import component_choices, fault_text, known_faults, link_choices, message_choices
from vmexplorer.atlas.kind import Kind
from vmexplorer.labs.whatif.checked import checked
from vmexplorer.labs.whatif.fault import parse_fault


@pytest.mark.parametrize("era", ["e3", "e5", "e9"])
def test_everything_that_is_offered_can_be_done(era: str) -> None:
    offered = known_faults(shipped_atlas(), era)
    assert len(offered) == len(set(offered)) > 100
    for written in offered:
        assert checked(shipped_atlas(), era, parse_fault(written))


def test_a_component_can_be_stopped_hung_killed_and_restarted() -> None:
    texts = [choice.text for choice in component_choices(shipped_atlas(), "e9", "hostd")][:4]
    assert texts == ["Stop hostd", "Let hostd hang", "Kill hostd, as a crash would", "Restart hostd"]


def test_a_component_offers_its_special_conditions_where_the_era_has_them() -> None:
    atlas = shipped_atlas()
    condition = next(one for one in atlas.faults.conditions if one.component == "envoy")
    assert f"condition {condition.id}" in [choice.fault for choice in component_choices(atlas, "e9", "envoy")]
    assert f"condition {condition.id}" not in known_faults(atlas, "e5")


def test_nothing_happens_to_a_standard() -> None:
    atlas = shipped_atlas()
    standard = next(part.id for part in atlas.components.values() if part.kind is Kind.STANDARD)
    assert component_choices(atlas, "e9", standard) == ()


def test_every_link_of_a_line_can_be_cut_and_every_port_blocked_once() -> None:
    atlas = shipped_atlas()
    choices = link_choices(atlas, "e9", ("L08", "L10"))
    assert [choice.fault for choice in choices][:2] == ["cut L08", "cut L10"]
    blocks = [choice.fault for choice in choices if choice.fault.startswith("block")]
    assert len(blocks) == len(set(blocks)) > 0
    assert "vpxd → vpxa" in choices[0].text


def test_a_link_that_the_era_lacks_offers_nothing() -> None:
    atlas = shipped_atlas()
    gone = next(id for id, eras in atlas.link_eras.items() if "e9" not in eras)
    assert link_choices(atlas, "e9", (gone,)) == ()


@pytest.mark.parametrize(("branch", "written"), [("", "drop F04/2"), ("locked", "drop F04/locked/2")])
def test_a_message_can_be_dropped(branch: str, written: str) -> None:
    (choice,) = message_choices("F04", branch, 2, "Login")
    assert (choice.fault, choice.text) == (written, "Drop this message: Login")
    assert checked(shipped_atlas(), "e9", parse_fault(choice.fault))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("stop hostd", "hostd stopped"),
        ("hang hostd", "hostd hangs"),
        ("cut L11", "L11 cut"),
        ("block UDP 902", "UDP 902 blocked"),
        ("drop F01/6", "step 6 of F01 dropped"),
        ("drop F04/locked/2", "step 2 of F04/locked dropped"),
    ],
)
def test_a_fault_reads_like_a_sentence(written: str, text: str) -> None:
    fault = parse_fault(written)
    assert fault_text(shipped_atlas(), fault.verb, fault.target) == text


def test_a_condition_reads_as_its_name() -> None:
    condition = shipped_atlas().faults.conditions[0]
    fault = parse_fault(f"condition {condition.id}")
    assert fault_text(shipped_atlas(), fault.verb, fault.target) == condition.name
