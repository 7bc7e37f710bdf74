"""The page of the what-if lab: every part of an outcome is told, the urgent first."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.details_page import Action, Fact, Page, Paragraph, Reference, Row, Section, Subject, text_of
from vmexplorer.app.whatif_page import chain_text, part_section, whatif_page
from vmexplorer.labs.whatif.fault import parse_fault
from vmexplorer.labs.whatif.outcome import Outcome
from vmexplorer.labs.whatif.simulate import simulate


def outcome(*faults: str, at: float | None = None, era: str = "e8") -> Outcome:
    return simulate(shipped_atlas(), era, [parse_fault(fault) for fault in faults], at)


def page(*faults: str, at: float | None = None) -> Page:
    return whatif_page(shipped_atlas(), outcome(*faults, at=at))


def section(shown: Page, caption: str) -> Section:
    return next(section for section in shown.sections if section.caption == caption)


def captions(shown: Page) -> list[str]:
    return [section.caption for section in shown.sections]


def rows(shown: Page, caption: str) -> list[Row]:
    return [item for item in section(shown, caption).items if isinstance(item, Row)]


def words(items: tuple[object, ...]) -> str:
    return " ".join(text_of(item.spans) for item in items if isinstance(item, Paragraph))


def test_without_faults_it_says_how_to_make_one() -> None:
    shown = page()
    assert [pill.text for pill in shown.pills] == ["no fault"]
    assert "stop hostd" in words(shown.sections[0].items)


def test_title_and_pills_sum_up() -> None:
    shown = page("stop vpxa", "cut L11", at=70.0)
    assert shown.title == "vpxa stopped, L11 cut"
    assert shown.pills[0].text == "VMs keep running"
    assert shown.pills[1].text.endswith("paths fail")
    assert shown.pills[2].text == "so since 60 s"


@pytest.mark.parametrize(("at", "since"), [(0.0, 0), (59.0, 50), (60.0, 60), (400.0, 60)])
def test_a_pill_says_since_when_it_is_so(at: float, since: int) -> None:
    assert page("stop vpxa", at=at).pills[2].text == f"so since {since} s"


def test_sentences_carry_their_evidence_and_the_page_explains_it() -> None:
    shown = page("stop vpxa", "hang hostd")
    client = [item for item in section(shown, "In the vSphere Client").items if isinstance(item, Paragraph)]
    assert "S39" in [source for paragraph in client for mark in paragraph.evidence for source in mark.sources]
    affected = section(shown, "What is affected, and why").items
    notes = [one for row, one in pairwise(affected) if isinstance(row, Row)]
    assert all(isinstance(note, Paragraph) and note.evidence for note in notes)
    moments = [item for item in section(shown, "What happens when").items if isinstance(item, Fact)]
    assert any(fact.evidence for fact in moments)
    assert captions(shown)[-1] == "Evidence"
    assert "S39" in [item.label for item in section(shown, "Evidence").items if isinstance(item, Reference)]


def test_a_part_says_with_its_evidence_how_it_is() -> None:
    found = part_section(shipped_atlas(), outcome("stop vpxa"), "vpxd")
    assert found is not None
    assert [mark.sources for item in found.items if isinstance(item, Paragraph) for mark in item.evidence]


def test_no_sentence_of_the_client_stands_there_twice() -> None:
    shown = page("stop vpxa", "stop hostd", "stop envoy")
    said = re.split(r"(?<=[.]) ", words(section(shown, "In the vSphere Client").items))
    assert len(said) == len(set(said)) > 1
    assert not any(other.startswith(f"{one[:-1]}, ") for one in said for other in said)


def test_many_faults_do_not_overflow_the_title() -> None:
    assert page("stop vpxa", "stop ntpd", "stop dcui", "stop snmpd").title.endswith("and 1 more")


def test_it_begins_with_what_people_see_and_ask_first() -> None:
    assert captions(page("stop vpxa"))[:3] == ["In the vSphere Client", "Virtual machines", "What is affected, and why"]
    assert "Not Responding" in words(section(page("stop vpxa"), "In the vSphere Client").items)
    assert "keep running" in words(section(page("stop vpxa"), "Virtual machines").items)


def test_virtual_machines_stop_with_the_kernel() -> None:
    shown = page("stop vmkernel")
    assert shown.pills[0].text == "VMs stop"
    assert "keep running" not in words(section(shown, "Virtual machines").items)


def test_what_the_fault_hit_comes_first_and_every_part_says_why() -> None:
    affected = section(page("hang hostd"), "What is affected, and why")
    first = affected.items[0]
    assert isinstance(first, Row)
    assert (first.title, first.action) == ("hostd", Action(Subject.COMPONENT, "hostd"))
    for before, after in zip(affected.items, affected.items[1:], strict=False):
        if isinstance(before, Row):
            assert isinstance(after, Paragraph)
            assert text_of(after.spans)


def test_a_cut_link_is_affected_itself() -> None:
    found = rows(page("cut L11"), "What is affected, and why")
    assert Action(Subject.LINK, "L11") in [row.action for row in found]


def test_every_path_is_told_once_as_failing_or_working() -> None:
    result = outcome("stop vpxa")
    shown = whatif_page(shipped_atlas(), result)
    failing = [row.action.id for row in rows(shown, "Message paths that fail")]
    working = [row.action.id for row in rows(shown, "Paths that still work")]
    assert set(failing) == {id for id, flow in result.flows.items() if flow.fails_at is not None}
    assert sorted(failing + working) == sorted(result.flows)


def test_commands_and_log_lines_can_be_copied() -> None:
    shown = page("stop vpxa")
    for caption in ("How to repair it", "What the logs say"):
        facts = [item for item in section(shown, caption).items if isinstance(item, Fact)]
        assert facts
        assert all(fact.copyable for fact in facts)


def test_what_recovers_by_itself_says_when() -> None:
    shown = page("kill hostd")
    facts = [item for item in section(shown, "What recovers by itself").items if isinstance(item, Fact)]
    assert "hostd" in [fact.label for fact in facts]
    assert "What recovers by itself" not in captions(page("stop hostd"))


def test_moments_are_in_their_order() -> None:
    facts = [item for item in section(page("stop vpxa"), "What happens when").items if isinstance(item, Fact)]
    seconds = [float(fact.label.removesuffix(" s")) for fact in facts]
    assert seconds == sorted(seconds)
    assert 60.0 in seconds


def test_a_part_that_suffers_says_so_on_its_own_page() -> None:
    found = part_section(shipped_atlas(), outcome("stop vpxa"), "vpxd")
    assert found is not None
    assert words(found.items).startswith("degraded:")
    assert Action(Subject.COMPONENT, "vpxa") in [item.action for item in found.items if isinstance(item, Row)]


@pytest.mark.parametrize("part", ["dcui", "L26", "no-such-part"])
def test_a_part_that_is_well_has_nothing_to_say(part: str) -> None:
    assert part_section(shipped_atlas(), outcome("stop vpxa"), part) is None


def test_a_chain_reads_with_names() -> None:
    assert chain_text(shipped_atlas(), ("vpxa", "L08", "vpxd")) == "vpxa → L08 → vpxd"
