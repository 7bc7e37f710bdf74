"""The sixteen message paths of the shipped pack: complete, well formed and unbroken in every era."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from vmexplorer import resources
from vmexplorer.atlas.era import EraRange, Version, VersionFact
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.flow import Branch, Flow, LogLine, Step
from vmexplorer.atlas.step_kind import StepKind

Written = dict[str, Any]

FOLDER = resources.pack()
KNOWN_IDS = (Path(__file__).parents[1] / "data" / "component_ids.txt").read_text(encoding="utf-8").split()
FLOW_IDS = [f"F{number:02}" for number in range(1, 17)]
FIRST_VERSIONS = {"e3": "3.5", "e4": "4.0", "e5": "5.0", "e6": "6.0", "e7": "7.0", "e8": "8.0", "e9": "9.0"}
ERAS = tuple(FIRST_VERSIONS)
NEXT_ERA = dict(pairwise(ERAS))
MESSAGE_LENGTH = 28

# Steps whose sender has not been in the path before, and why that is right.
STARTS_BY_ITSELF = {
    ("F05", "auto-backup"): "cron starts the save, not the new user",
    ("F11", "server-hardware"): "the failure comes from outside the path",
    ("F13", "auto-backup"): "cron starts the save, not the new password",
    ("F14", "vpxa"): "the heartbeat runs by its own timer",
}


@cache
def read(path: Path) -> Written:
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(written, dict), path.name
    return written


def flow(flow_id: str) -> Written:
    return read(FOLDER / "flows" / f"{flow_id}.yaml")


def offered(written: Written, era: str) -> bool:
    return "eras" not in written or EraRange.parse(written["eras"]).covers(era, ERAS)


def steps_in(written: Written, era: str) -> list[Written]:
    return [step for step in written["steps"] if offered(step, era)]


def all_steps(written: Written) -> list[Written]:
    """The steps of a flow, then those of its branches."""
    return [*written["steps"], *(step for branch in written.get("branches", ()) for step in branch["steps"])]


def keys_of(kind: type[Any]) -> set[str]:
    return {field.metadata["key"] or field.name for field in fields(kind)}


def statements(written: Written) -> list[str]:
    told = [text for step in all_steps(written) for text in step["narration"]]
    noted = [text for branch in written.get("branches", ()) for text in branch["remark"]]
    return [*told, *noted, *written["remarks"]]


def exists_in(component: str, era: str) -> bool:
    written = read(FOLDER / "components" / f"{component}.yaml")
    begins = VersionFact.parse(written["since"]).version
    if era in NEXT_ERA and begins >= Version.parse(FIRST_VERSIONS[NEXT_ERA[era]]):
        return False
    return "until" not in written or VersionFact.parse(written["until"]).version >= Version.parse(FIRST_VERSIONS[era])


def test_the_pack_has_exactly_the_sixteen_flows() -> None:
    assert sorted(path.stem for path in (FOLDER / "flows").glob("*.yaml")) == FLOW_IDS


def test_the_pack_has_exactly_the_known_components() -> None:
    assert len(KNOWN_IDS) == len(set(KNOWN_IDS)) == 73
    assert {path.stem for path in (FOLDER / "components").glob("*.yaml")} == set(KNOWN_IDS)


@pytest.mark.parametrize("flow_id", FLOW_IDS)
class TestFlow:
    def test_its_head_names_it_briefly(self, flow_id: str) -> None:
        written = flow(flow_id)
        assert written["id"] == flow_id
        assert 0 < len(written["name"]) <= 48
        assert 0 < len(written["summary"]) <= 200
        assert written["view"] in {"overview", "vcenter", "monitoring", "ha", "boot"}

    def test_it_holds_only_keys_the_types_know(self, flow_id: str) -> None:
        written = flow(flow_id)
        assert set(written) <= keys_of(Flow)
        for branch in written.get("branches", ()):
            assert set(branch) <= keys_of(Branch)
        for step in all_steps(written):
            assert set(step) <= keys_of(Step)
            assert set(step.get("log", {})) in (set(), keys_of(LogLine))

    def test_its_steps_run_between_known_components(self, flow_id: str) -> None:
        ends = {step[end] for step in all_steps(flow(flow_id)) for end in ("from", "to")}
        assert ends <= set(KNOWN_IDS)

    def test_its_messages_fit_on_a_token(self, flow_id: str) -> None:
        for step in all_steps(flow(flow_id)):
            assert 0 < len(step["message"]) <= MESSAGE_LENGTH, step["message"]
            assert step["kind"] in set(StepKind)

    def test_its_log_lines_are_single_lines(self, flow_id: str) -> None:
        for step in all_steps(flow(flow_id)):
            for text in step.get("log", {}).values():
                assert text == text.strip() != ""
                assert "\n" not in text

    def test_every_statement_ends_in_its_evidence(self, flow_id: str) -> None:
        for text in statements(flow(flow_id)):
            statement = Statement.parse(text)
            assert statement.evidence
            assert not any(mark in statement.text for mark in ("[v:", "[code:", "[gk]", "[?]")), text

    def test_a_narration_has_one_or_two_statements(self, flow_id: str) -> None:
        assert {len(step["narration"]) for step in all_steps(flow(flow_id))} <= {1, 2}

    def test_it_has_something_to_point_out(self, flow_id: str) -> None:
        assert flow(flow_id)["remarks"]


PLAYED = [(flow_id, era) for flow_id in FLOW_IDS for era in ERAS if offered(flow(flow_id), era)]


@pytest.mark.parametrize(("flow_id", "era"), PLAYED)
class TestFlowInEra:
    def test_enough_steps_remain_to_tell_a_story(self, flow_id: str, era: str) -> None:
        assert len(steps_in(flow(flow_id), era)) >= 3

    def test_each_sender_has_been_in_the_path_before(self, flow_id: str, era: str) -> None:
        steps = steps_in(flow(flow_id), era)
        met = {steps[0]["from"]}
        for step in steps:
            assert step["from"] in met or (flow_id, step["from"]) in STARTS_BY_ITSELF, step["message"]
            met |= {step["from"], step["to"]}

    def test_its_components_exist_in_the_era(self, flow_id: str, era: str) -> None:
        ends = {step[end] for step in steps_in(flow(flow_id), era) for end in ("from", "to")}
        assert [end for end in sorted(ends) if not exists_in(end, era)] == []


def test_no_step_is_hidden_in_every_era_of_its_flow() -> None:
    for flow_id in FLOW_IDS:
        written = flow(flow_id)
        shown = [step for era in ERAS if offered(written, era) for step in steps_in(written, era)]
        assert all(step in shown for step in written["steps"]), flow_id


def test_a_flow_is_left_out_only_where_its_agent_did_not_exist() -> None:
    missing = {(flow_id, era) for flow_id in FLOW_IDS for era in ERAS} - set(PLAYED)
    assert missing == {
        ("F08", "e3"),
        ("F09", "e3"),
        ("F09", "e4"),
        ("F11", "e3"),
        ("F11", "e4"),
        ("F15", "e3"),
    }


@pytest.mark.parametrize(("flow_id", "sender"), sorted(STARTS_BY_ITSELF))
def test_each_exception_is_still_needed(flow_id: str, sender: str) -> None:
    senders = [step["from"] for step in flow(flow_id)["steps"]]
    before = flow(flow_id)["steps"][: senders.index(sender)]
    assert sender not in {step[end] for step in before for end in ("from", "to")}


@pytest.mark.parametrize(
    ("era", "door"), [("e9", "envoy"), ("e8", "envoy"), ("e7", "rhttpproxy"), ("e5", "rhttpproxy")]
)
def test_a_power_on_enters_through_the_front_door_of_its_era(era: str, door: str) -> None:
    assert [step["to"] for step in steps_in(flow("F01"), era)].count(door) == 1
    assert steps_in(flow("F02"), era)[0]["to"] == door


@pytest.mark.parametrize("era", ["e3", "e4"])
def test_a_power_on_goes_direct_before_there_was_a_proxy(era: str) -> None:
    hops = [(step["from"], step["to"]) for step in steps_in(flow("F01"), era)]
    assert ("vpxd", "vpxa") in hops
    assert not {"envoy", "rhttpproxy"} & {end for hop in hops for end in hop}


def test_the_operation_id_grows_from_vcenter_down_to_the_host() -> None:
    lines = [step["log"]["line"] for step in steps_in(flow("F01"), "e8") if "log" in step]
    base = "mm8wm3wr-4711-auto-3mw-h5:70001234-5c"
    for suffix in ("", "-01", "-01-a7", "-01-a7-1f4c"):
        assert any(f"{base}{suffix}]" in line or f"{base}{suffix} " in line for line in lines), suffix


def test_every_cited_source_is_in_the_list_of_sources() -> None:
    known = {source["id"] for source in read(FOLDER / "sources.yaml")["sources"]}
    texts = [text for flow_id in FLOW_IDS for text in statements(flow(flow_id))]
    cited = {name for text in texts for mark in Statement.parse(text).evidence for name in mark.sources}
    assert cited
    assert cited - known == set()
