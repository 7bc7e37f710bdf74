"""Turning documents into records, and saying everything that does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.packs import only
from vmexplorer.atlas.build import build
from vmexplorer.atlas.era import EraRange, Version, VersionFact
from vmexplorer.atlas.evidence import Evidence, Standing, Statement
from vmexplorer.atlas.fields import described
from vmexplorer.atlas.findings import Findings
from vmexplorer.atlas.nodes import Lines
from vmexplorer.atlas.shapes import fields_of
from vmexplorer.atlas.yaml_reader import read_yaml
from vmexplorer.errors import Problem


class Colour(StrEnum):
    RED = "red"
    GREEN = "light green"


@dataclass(frozen=True, slots=True)
class Part:
    name: str = described("its name", max_length=10)
    parts: tuple[Part, ...] = described("parts of the part", default=())


@dataclass(frozen=True, slots=True)
class Sample:
    id: str = described("its id")
    source: str = described("where it comes from", key="from")
    count: int = described("how many")
    size: float = described("how large")
    holds: bool = described("whether")
    colour: Colour = described("which colour")
    first: Version = described("from when")
    note: str | None = described("a note", default=None)
    caption: str = described("may be blank", default="none", max_length=12)
    weights: tuple[float, ...] = described("weights", default=(1.0,))
    says: tuple[Statement, ...] = described("statements", default=())
    since: VersionFact | None = described("since", default=None)
    eras: EraRange | None = described("eras", default=None)
    part: Part | None = described("a part", default=None)
    parts: tuple[Part, ...] = described("parts", default=())


GOOD = "id: a1\nfrom: here\ncount: 3\nsize: 2\nholds: true\ncolour: light green\nfirst: 6.10\n"


def build_sample(text: str) -> tuple[Sample | None, tuple[Problem, ...]]:
    document = read_yaml(text.encode(), "f.yaml")
    findings = Findings(Lines({"f.yaml": document}))
    return build(Sample, document, "f.yaml", findings), findings.in_order()


def problem_in(text: str) -> Problem:
    sample, problems = build_sample(text)
    assert sample is None
    return only(problems)


def test_builds_every_kind_of_value() -> None:
    sample, problems = build_sample(
        GOOD
        + "note: hello\nweights: [1, 2.5]\nsays:\n  - One. [gk]\n  - Two. [v:S1]\nsince: 8.0 U1 [v:S2]\neras: e5..\n"
        + "part: {name: p}\nparts:\n  - name: q\n    parts: [{name: r}]\n"
    )
    assert problems == ()
    assert sample == Sample(
        id="a1",
        source="here",
        count=3,
        size=2.0,
        holds=True,
        colour=Colour.GREEN,
        first=Version(6, 10),
        note="hello",
        caption="none",
        weights=(1.0, 2.5),
        says=(
            Statement("One.", (Evidence(Standing.GENERAL),)),
            Statement("Two.", (Evidence(Standing.VERIFIED, ("S1",)),)),
        ),
        since=VersionFact(Version(8, 0, 1), (Evidence(Standing.VERIFIED, ("S2",)),)),
        eras=EraRange("e5", ""),
        part=Part("p"),
        parts=(Part("q", (Part("r"),)),),
    )
    assert isinstance(sample.size, float)


def test_null_means_left_out() -> None:
    sample, problems = build_sample(GOOD + "note: null\ncaption:\nweights: ~\npart: null\n")
    assert problems == ()
    assert sample is not None
    assert (sample.note, sample.caption, sample.weights, sample.part) == (None, "none", (1.0,), None)


def test_optional_text_may_be_blank() -> None:
    sample, _ = build_sample(GOOD + 'caption: ""\n')
    assert sample is not None
    assert sample.caption == ""


def test_optional_id_may_be_blank_or_left_out_but_keeps_its_form() -> None:
    @dataclass(frozen=True, slots=True)
    class Named:
        id: str = described("its id", default="")
        takes: float | None = described("its time", default=None)

    for text, expected in (("id: ''\n", Named()), ("takes: 20\n", Named("", 20.0)), ("id: a-1\n", Named("a-1"))):
        document = read_yaml(text.encode(), "f.yaml")
        assert build(Named, document, "f.yaml", Findings(Lines({"f.yaml": document}))) == expected
    document = read_yaml(b"id: a b\n", "f.yaml")
    findings = Findings(Lines({"f.yaml": document}))
    assert build(Named, document, "f.yaml", findings) is None
    assert only(findings.in_order()).key == "id"


def test_final_line_breaks_of_a_block_are_dropped() -> None:
    sample, _ = build_sample(GOOD + "note: |\n  one\n  two\n\n")
    assert sample is not None
    assert sample.note == "one\ntwo"


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "text", "hint"),
    [
        ("count: 3\n", "", 1, "count", "is missing", "how many"),
        ("count: 3", "count:", 3, "count", "has no value", "how many"),
        ("count: 3", "count: 3.5", 3, "count", "must be a whole number, not '3.5'", ""),
        ("count: 3", "count: true", 3, "count", "must be a whole number, not 'true'", ""),
        ("count: 3", 'count: "3"', 3, "count", "must be a whole number, not '3'", ""),
        ("count: 3", "count: [3]", 3, "count", "must be a whole number, not a list", ""),
        ("count: 3", "count: {a: 3}", 3, "count", "must be a whole number, not a mapping", ""),
        ("size: 2", "size: big", 4, "size", "must be a number, not 'big'", ""),
        ("size: 2", "size: false", 4, "size", "must be a number, not 'false'", ""),
        ("holds: true", "holds: yes", 5, "holds", "must be true or false, not 'yes'", ""),
        ("holds: true", "holds: 1", 5, "holds", "must be true or false, not '1'", ""),
        ("colour: light green", "colour: lightgreen", 6, "colour", "must be one of: red, light green", "'light green'"),
        ("colour: light green", "colour: [red]", 6, "colour", "must be one of: red, light green, not a list", ""),
        ("first: 6.10", "first: 6", 7, "first", "is not a version such as 6.5 or 8.0 U1", ""),
        ("first: 6.10", "first: [6]", 7, "first", "must be a version such as 6.5 or 8.0 U1, not a list", ""),
        ("from: here", "from: 12", 2, "from", "must be text, not a number", 'put it in quotes: "12"'),
        ("from: here", "from: true", 2, "from", "must be text, not true or false", 'put it in quotes: "true"'),
        ("from: here", "from: [a]", 2, "from", "must be text, not a list", ""),
        ("from: here", 'from: "  "', 2, "from", "has no text", "where it comes from"),
        ("from: here", "from: " + "x" * 2001, 2, "from", "has 2,001 characters; at most 2,000 fit", ""),
        ("from: here", 'from: "a\\ab"', 2, "from", "invisible character U+0007", "remove it"),
        ("from: here", 'from: "a\u202eb"', 2, "from", "invisible character U+202E", "remove it"),
        ("id: a1", "id: a b", 1, "id", "is not an id of letters", ""),
        ("id: a1", "id: ../a", 1, "id", "is not an id of letters", ""),
        ("id: a1", 'id: "a\\nb"', 1, "id", "is not an id of letters", ""),
        ("id: a1", f"id: {'a' * 61}", 1, "id", "is not an id of letters", ""),
    ],
)
def test_unfit_value(old: str, new: str, line: int, key: str, text: str, hint: str) -> None:
    assert GOOD.count(old) == 1
    problem = problem_in(GOOD.replace(old, new))
    assert (problem.file, problem.line, problem.key) == ("f.yaml", line, key)
    assert text in problem.text
    assert hint in problem.hint
    assert (problem.hint == "") == (hint == "")


@pytest.mark.parametrize(
    ("added", "line", "key", "text"),
    [
        ("caption: thirteen chars", 8, "caption", "has 14 characters; at most 12 fit"),
        ("says: One. [gk]", 8, "says", "must be a list, not text"),
        ("says:\n  - One. [gk]\n  - Two.", 10, "says[1]", "has no evidence mark"),
        ("says:\n  - One. [gk]\n  - 12", 10, "says[1]", "has no evidence mark"),
        ("says:\n  - [One]", 9, "says[0]", "must be text that ends in an evidence mark"),
        ("since: 8.0", 8, "since", "has no evidence mark"),
        ("since: eight [gk]", 8, "since", "is not a version"),
        ("eras: e5...e6", 8, "eras", "is not an era or a range of eras"),
        ("weights: [1, x]", 8, "weights[1]", "must be a number"),
        ("part: p", 8, "part", "must be a mapping of keys to values, not text"),
        ("part: {}", 8, "part.name", "is missing"),
        ("parts:\n  - name: p\n    parts:\n      - name: far too long", 11, "parts[0].parts[0].name", "has 12 char"),
        ("parts: [{name: p}, null]", 8, "parts[1]", "must be a mapping of keys to values, not empty"),
    ],
)
def test_unfit_inner_value(added: str, line: int, key: str, text: str) -> None:
    problem = problem_in(GOOD + added)
    assert (problem.line, problem.key) == (line, key)
    assert text in problem.text


def test_required_list_needs_an_entry_unless_it_may_be_empty() -> None:
    @dataclass(frozen=True, slots=True)
    class Lists:
        full: tuple[str, ...] = described("some")
        title: str = described("maybe a title", may_be_empty=True)
        some: tuple[str, ...] = described("maybe some", may_be_empty=True)

    document = read_yaml(b'full: []\ntitle: ""\nsome: []\n', "f.yaml")
    findings = Findings(Lines({"f.yaml": document}))
    assert build(Lists, document, "f.yaml", findings) is None
    problem = only(findings.in_order())
    assert (problem.line, problem.key, problem.text) == (1, "full", "must have at least one entry")


def test_unknown_key_names_the_nearest() -> None:
    problem = problem_in(GOOD + "part:\n  name: p\n  prats: []\n")
    assert (problem.line, problem.key, problem.text) == (10, "part.prats", "is not a key that is known here")
    assert problem.hint == "the nearest is 'parts'"


def test_unknown_key_without_a_near_one_lists_all() -> None:
    assert problem_in(GOOD + "part: {name: p, qqqqqqqq: 1}").hint == "the keys here are name, parts"


def test_a_key_with_dots_keeps_its_line() -> None:
    problem = problem_in(GOOD + "part:\n  name: p\n  a.b[0]: 1\n")
    assert (problem.line, problem.key) == (10, "part.a.b[0]")


def test_a_key_with_a_line_break_or_of_great_length_stays_bearable() -> None:
    assert problem_in(GOOD + '"a\\nb": 1').key == r"a\nb"
    assert problem_in(GOOD + "x" * 500 + ": 1").key == "x" * 59 + "…"
    assert problem_in(GOOD + "x" * 60 + ": 1").key == "x" * 60


def test_document_that_is_no_mapping() -> None:
    problem = problem_in("- a\n- b\n")
    assert (problem.line, problem.key, problem.text) == (1, "", "must be a mapping of keys to values, not a list")


def test_all_problems_are_found_at_once_in_order_of_lines() -> None:
    sample, problems = build_sample(
        "id: a b\nfrom: 1\ncount: x\nsize: 2\nholds: 1\ncolor: red\nfirst: 6\nsays: [One]\n"
    )
    assert sample is None
    assert [(problem.line, problem.key) for problem in problems] == [
        (1, "id"),
        (1, "colour"),
        (2, "from"),
        (3, "count"),
        (5, "holds"),
        (6, "color"),
        (7, "first"),
        (8, "says[0]"),
    ]


def test_a_flood_of_problems_is_bounded() -> None:
    sample, problems = build_sample(GOOD + "parts:\n" + "  - nmae: x\n" * 5000)
    assert sample is None
    assert len(problems) == 1000


def test_a_type_that_a_pack_cannot_hold_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Odd:
        value: dict[str, int] = described("no such shape")

    with pytest.raises(TypeError, match="cannot hold"):
        fields_of(Odd)


TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), min_size=1, max_size=10).filter(
    lambda text: text.strip() == text
)


@given(st.lists(TEXT, max_size=5))
def test_quoted_text_comes_back_as_it_was(names: list[str]) -> None:
    quoted = ["'" + name.replace("'", "''") + "'" for name in names]
    sample, problems = build_sample(GOOD + "parts: [" + ", ".join(f"{{name: {name}}}" for name in quoted) + "]")
    assert problems == ()
    assert sample is not None
    assert [part.name for part in sample.parts] == names
