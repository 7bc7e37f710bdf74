"""Reading YAML that a stranger may have written."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.packs import TINY_PACK
from vmexplorer.atlas.nodes import Lines, Mapping, Node, Scalar, Sequence
from vmexplorer.atlas.yaml_reader import MAX_BYTES, MAX_DEPTH, MAX_NODES, read_yaml
from vmexplorer.errors import PackError, Problem

LAUGHS = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)
)
MERGE_BOMB = "a: &a\n  k: 1\n" + "".join(f"b{n}: &b{n}\n  <<: [{','.join(['*a'] * 10)}]\n" for n in range(8))

REFUSED = {
    "alias bomb": (LAUGHS, 1, "anchor &a0"),
    "merge bomb": (MERGE_BOMB, 1, "anchor &a"),
    "merge key": ("b: 1\n<<: {a: 1}", 2, "merge key"),
    "alias": ("a: 1\nb: *a", 2, "alias *a"),
    "circle": ("&a [*a]", 1, "anchor &a"),
    "deep flow": ("[" * 100_000 + "]" * 100_000, 1, "40 levels"),
    "deep mapping": ("{a: " * 100_000, 1, "40 levels"),
    "deep block": ("\n".join(" " * depth + "-" for depth in range(200)), 41, "40 levels"),
    "tag that runs code": ("!!python/object/apply:os.system [id]", 1, "tag"),
    "own tag": ("a: 1\nb: !mine 12", 2, "tag '!mine'"),
    "duplicate key": ("a: 1\nb: 2\na: 3", 3, "key 'a' twice"),
    "control character": ("b: 1\na: \0", 2, "number 0"),
    "tabulator": ("a:\n\t- b", 2, "not valid YAML"),
    "two documents": ("a: 1\n---\nb: 2", 3, "more than one document"),
    "unclosed list": ("a: [1,\n2", 2, "not valid YAML"),
    "empty key": ("? \n: 1", 1, "not plain text"),
    "list as key": ("? [a]\n: 1", 1, "not plain text"),
    "two colons": ("x: 1\na: b: c", 2, "mapping values"),
    "empty file": ("", None, "is empty"),
    "only a comment": ("# nothing\n", None, "is empty"),
    "too many values": ("[" + "a," * (MAX_NODES + 1) + "]", 1, "200,000 values"),
    "too large": ("a: " + "x" * MAX_BYTES, None, "larger than"),
}


def parse(text: str) -> Node:
    return read_yaml(text.encode(), "some.yaml")


def problem_of(data: bytes) -> Problem:
    with pytest.raises(PackError) as caught:
        read_yaml(data, "some.yaml")
    assert len(caught.value.problems) == 1
    return caught.value.problems[0]


@pytest.mark.parametrize(("text", "line", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_hostile_document_is_one_problem_with_its_line(text: str, line: int | None, reason: str) -> None:
    started = time.perf_counter()
    problem = problem_of(text.encode())
    assert (problem.file, problem.line) == ("some.yaml", line)
    assert reason in problem.text
    assert time.perf_counter() - started < 10  # the unguarded parsers hang or crash


def test_text_that_is_not_utf_8_names_the_line() -> None:
    problem = problem_of(b"a: 1\nb: \xff")
    assert problem.line == 2
    assert "UTF-8" in problem.text
    assert "not UTF-8" in problem_of("a: 1".encode("utf-16")).text
    assert "not UTF-8" in problem_of("name: ö".encode()[:-1]).text


def test_duplicate_key_names_the_first_line() -> None:
    assert problem_of(b"x:\n  a: 1\n  b: 2\n  a: 3").hint == "the first is on line 2"


def test_depth_limit_is_exact() -> None:
    assert isinstance(parse("[" * MAX_DEPTH + "]" * MAX_DEPTH), Sequence)
    assert "levels" in problem_of(b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1)).text


def test_byte_order_mark_is_skipped() -> None:
    assert parse("\ufeffa: 1") == parse("a: 1")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("1.10", 1.1),
        ("-0.5", -0.5),
        ("1e3", 1000.0),
        ("yes", "yes"),
        ("no", "no"),
        ("True", "True"),
        ("010", "010"),
        ("22:22", "22:22"),
        ("2026-13-40", "2026-13-40"),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("1_000", "1_000"),
        ("9" * 5000, "9" * 5000),
        ("1e999", "1e999"),
        ("-", "-"),
        ("6.5 [gk]", "6.5 [gk]"),
        ('"12"', "12"),
        ("'true'", "true"),
        ('""', ""),
        ('"two\\nlines"', "two\nlines"),
    ],
)
def test_only_plain_words_and_numbers_are_typed(written: str, value: object) -> None:
    if written == "-":
        scalar: Node = Scalar("-", True, 1)
    else:
        document = parse(f"a: {written}")
        assert isinstance(document, Mapping)
        scalar = document.entries["a"]
    assert isinstance(scalar, Scalar)
    assert scalar.value == value
    assert type(scalar.value) is type(value)


def test_text_as_written_stays_at_hand() -> None:
    document = parse("a: 6.10")
    assert isinstance(document, Mapping)
    assert document.entries["a"] == Scalar("6.10", True, 1)


def test_every_value_knows_its_line() -> None:
    text = "a: 1\nb:\n  - x\n  - y: 2\n    z: >-\n      long\n      text\nc: {d: 3}\n"
    lines = Lines({"f.yaml": parse(text)})
    found = {key: lines.line("f.yaml", key) for key in ("a", "b", "b[0]", "b[1].y", "b[1].z", "c.d")}
    assert found == {"a": 1, "b": 2, "b[0]": 3, "b[1].y": 4, "b[1].z": 5, "c.d": 8}


def test_line_of_a_missing_key_is_that_of_what_should_hold_it() -> None:
    lines = Lines({"f.yaml": parse("a: 1\nb:\n  - x: 1\n  - y: 2\n")})
    assert lines.line("f.yaml", "b[1].nothing.at[3]") == 4
    assert lines.line("f.yaml", "b[7]") == 2
    assert lines.line("f.yaml", "nothing") == 1
    assert lines.line("f.yaml", "nothing.b") == 1
    assert lines.line("other.yaml", "a") is None


def test_agrees_with_the_safe_loader_on_the_tiny_pack() -> None:
    for path in TINY_PACK.rglob("*.yaml"):
        assert _plain(read_yaml(path.read_bytes(), path.name)) == yaml.safe_load(path.read_bytes()), path.name


def _plain(node: Node) -> object:
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.entries.items()}
    return [_plain(item) for item in node.items] if isinstance(node, Sequence) else node.value


YAML_LIKE = st.text(alphabet=st.sampled_from(list("abk:-[]{}&*!|>'\"#%@`?, \n\t0129.~<=")), max_size=80)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.binary(max_size=80), YAML_LIKE.map(str.encode)))
def test_any_input_gives_a_document_or_one_problem(data: bytes) -> None:
    problems: tuple[Problem, ...] = ()
    node: Node | None = None
    try:
        node = read_yaml(data, "f.yaml")
    except PackError as error:
        problems = error.problems
    assert (len(problems) == 1) != (node is not None and _lines_grow(node, 1))


def _lines_grow(node: Node, least: int) -> bool:
    children = (
        list(node.entries.values()) if isinstance(node, Mapping) else node.items if isinstance(node, Sequence) else []
    )
    return node.line >= least and all(_lines_grow(child, node.line) for child in children)
