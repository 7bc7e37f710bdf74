"""The pack carries every statement of the founding text and every correction to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

TESTS = Path(__file__).resolve().parents[1]
PACK = TESTS.parent / "resources" / "packs" / "esxi"

# E06, E14 and E19 are slips of spelling, numbering and advertising; E17 and E18 are omissions, tested apart.
WORDED_CORRECTIONS = [f"E{number:02}" for number in range(1, 20) if number not in (6, 14, 17, 18, 19)]


def load(path: Path) -> Any:
    """The data of one YAML file."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def case_name(entry: dict[str, Any]) -> str:
    """A readable test id for one entry of the checklist."""
    return f"{entry['about']}: {', '.join(entry['needs'])}"


def carries(statement: dict[str, Any], entry: dict[str, Any]) -> bool:
    """Whether a founding statement is about the entry's component and holds all its words."""
    text = f"{statement['says']} {statement['today']}".casefold()
    return entry["about"] in statement["components"] and all(word.casefold() in text for word in entry["needs"])


@pytest.fixture(scope="module")
def statements() -> list[dict[str, Any]]:
    """The founding statements of the pack as written."""
    found: list[dict[str, Any]] = load(PACK / "founding-text.yaml")["statements"]
    return found


@pytest.fixture(scope="module")
def components() -> dict[str, dict[str, Any]]:
    """The components of the pack as written, by id."""
    files = (load(path) for path in sorted((PACK / "components").glob("*.yaml")))
    return {component["id"]: component for component in files}


@pytest.mark.parametrize("entry", load(TESTS / "data" / "founding_statements.yaml"), ids=case_name)
def test_each_statement_of_the_founding_text_is_carried(
    entry: dict[str, Any], statements: list[dict[str, Any]]
) -> None:
    assert any(carries(statement, entry) for statement in statements)


@pytest.mark.parametrize("erratum", WORDED_CORRECTIONS)
def test_each_correction_belongs_to_a_statement(erratum: str, statements: list[dict[str, Any]]) -> None:
    assert erratum in {statement.get("erratum") for statement in statements}


@pytest.mark.parametrize("erratum", ["E01", "E02", "E04", "E05", "E08", "E09", "E10", "E11", "E12", "E15", "E16"])
def test_a_statement_that_was_wrong_is_not_shown_as_holding(erratum: str, statements: list[dict[str, Any]]) -> None:
    assert any(statement.get("erratum") == erratum and not statement["holds"] for statement in statements)


@pytest.mark.parametrize("front_door", ["envoy", "rhttpproxy"])
def test_the_front_door_the_text_leaves_out_is_in_the_pack(
    front_door: str, components: dict[str, dict[str, Any]], statements: list[dict[str, Any]]
) -> None:
    assert front_door in components
    assert any(front_door in statement["components"] for statement in statements)


@pytest.mark.parametrize("agent", ["hostd", "vpxa"])
def test_the_consequences_the_text_leaves_out_are_in_the_pack(
    agent: str, components: dict[str, dict[str, Any]]
) -> None:
    assert components[agent]["if_stopped"]["vms"] == "keep running"


def test_every_statement_has_an_id_of_its_own(statements: list[dict[str, Any]]) -> None:
    ids = [statement["id"] for statement in statements]
    assert len(ids) == len(set(ids))
