"""Ids that stand twice, references that lead nowhere, parents that form a circle."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.packs import append, copy_tiny_pack, edit, line_of, only, problems_of, write


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copy_tiny_pack(tmp_path)


def test_the_tiny_pack_is_sound(pack: Path) -> None:
    assert problems_of(pack) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "text", "hint"),
    [
        (
            "pack.yaml",
            "home: all",
            "home: al",
            "home",
            "names the view 'al', which does not exist",
            "the nearest is 'all'",
        ),
        (
            "links.yaml",
            "from: proxy",
            "from: prox",
            "links[2].from",
            "names the component 'prox', which does not exist",
            "the nearest is 'proxy'",
        ),
        (
            "links.yaml",
            "via: [kernel]",
            "via: [kernel, kernell]",
            "links[2].via[1]",
            "names the component 'kernell', which does not exist",
            "the nearest is 'kernel'",
        ),
        (
            "founding-text.yaml",
            "components: [agent, client]",
            "components: [agent, clients]",
            "statements[0].components[1]",
            "names the component 'clients', which does not exist",
            "the nearest is 'client'",
        ),
        (
            "components/proxy.yaml",
            "parent: kernel",
            "parent: kernal",
            "parent",
            "names the component 'kernal', which does not exist",
            "the nearest is 'kernel'",
        ),
        (
            "components/proxy.yaml",
            "since: 8.0 [v:S2]",
            "since: 8.0 [v:S22]",
            "since",
            "cites the source 'S22', which sources.yaml lacks",
            "the nearest is 'S2'",
        ),
        (
            "components/agent.yaml",
            "It keeps a log. [code:S2] [gk]",
            "It keeps a log. [gk] [code:S2, S9]",
            "description[1]",
            "cites the source 'S9', which sources.yaml lacks",
            "the nearest is 'S2'",
        ),
        (
            "components/agent.yaml",
            "symptom: Clients fail. [v:S1]",
            "symptom: Clients fail. [v:S3, inf]",
            "if_stopped.symptom",
            "cites the source 'S3', which sources.yaml lacks",
            "the nearest is 'S2'",
        ),
        (
            "flows/F01.yaml",
            "view: all",
            "view: everywhere",
            "view",
            "names the view 'everywhere', which does not exist",
            "",
        ),
        (
            "views/all.yaml",
            "at_rest: [L1, L2]",
            "at_rest: [L1, L22]",
            "at_rest[1]",
            "names the link 'L22', which does not exist",
            "the nearest is 'L2'",
        ),
        (
            "views/all.yaml",
            "spine: [L3]",
            "spine: [backbone]",
            "spine[0]",
            "names the link 'backbone', which does not exist",
            "",
        ),
        (
            "views/all.yaml",
            "opens: [kernel]",
            "opens: [kernl]",
            "opens[0]",
            "names the component 'kernl', which does not exist",
            "the nearest is 'kernel'",
        ),
        (
            "views/all.yaml",
            "opens: [kernel]",
            "parent: alll",
            "parent",
            "names the view 'alll', which does not exist",
            "the nearest is 'all'",
        ),
    ],
)
def test_dangling_reference(pack: Path, file: str, old: str, new: str, key: str, text: str, hint: str) -> None:
    edit(pack, file, old, new)
    problem = only(problem for problem in problems_of(pack) if "exist" in problem.text or "cites" in problem.text)
    assert (problem.file, problem.line, problem.key) == (file, line_of(pack, file, new), key)
    assert problem.text == text
    assert problem.hint == hint


def test_every_dangling_end_of_a_step_is_named(pack: Path) -> None:
    edit(pack, "flows/F01.yaml", "  - from: agent\n    to: agent", "  - from: agnt\n    to: angent")
    found = [(problem.line, problem.key, problem.hint) for problem in problems_of(pack)]
    first = line_of(pack, "flows/F01.yaml", "from: agnt")
    hint = "the nearest is 'agent'"
    assert found == [(first, "steps[3].from", hint), (first + 1, "steps[3].to", hint)]


def test_card_of_an_unknown_component(pack: Path) -> None:
    edit(pack, "views/all.yaml", "- component: agent", "- component: agentt")
    found = {problem.key: problem for problem in problems_of(pack) if problem.file == "views/all.yaml"}
    problem = found["zones[1].cards[0].component"]
    assert problem.line == line_of(pack, "views/all.yaml", "agentt")
    assert problem.hint == "the nearest is 'agent'"


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "text", "hint"),
    [
        ("links.yaml", "id: L3", "id: L2", "links[2].id", "another link", "the first is links[1].id in links.yaml"),
        ("links.yaml", "id: L3", "id: l1", "links[2].id", "another link", "the first is links[0].id in links.yaml"),
        ("sources.yaml", "id: S2", "id: S1", "sources[1].id", "another source", "the first is sources[0].id"),
        ("pack.yaml", "id: e8", "id: e5", "eras[1].id", "another era", "the first is eras[0].id in pack.yaml"),
    ],
)
def test_duplicate_id(pack: Path, file: str, old: str, new: str, key: str, text: str, hint: str) -> None:
    edit(pack, file, f"- {old}", f"- {new}")
    problem = only(problem for problem in problems_of(pack) if "has already" in problem.text)
    assert (problem.file, problem.key) == (file, key)
    assert problem.line is not None
    assert new in (pack / file).read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert text in problem.text
    assert hint in problem.hint


def test_duplicate_statement(pack: Path) -> None:
    statement = (pack / "founding-text.yaml").read_text(encoding="utf-8").split("\n", 1)[1]
    append(pack, "founding-text.yaml", statement)
    problem = only(problems_of(pack))
    assert (problem.file, problem.line, problem.key) == ("founding-text.yaml", 8, "statements[1].id")


def test_names_of_files_that_differ_only_in_case(pack: Path) -> None:
    content = (pack / "flows/F01.yaml").read_text(encoding="utf-8")
    (pack / "flows/f01.yaml").write_text(content.replace("id: F01", "id: f01"), encoding="utf-8")
    if len(list((pack / "flows").iterdir())) < 2:
        pytest.skip("this file system does not tell the case of names apart")
    problem = only(problems_of(pack))
    assert (problem.file, problem.line, problem.text) == (
        "flows/f01.yaml",
        1,
        "is 'f01', which another flow has already",
    )
    assert problem.hint == "the first is id in flows/F01.yaml"


def test_circle_of_parents_is_named_once(pack: Path) -> None:
    edit(pack, "components/kernel.yaml", "kind: kernel", "kind: kernel\nparent: agent")
    problem = only(problems_of(pack))
    assert (problem.file, problem.key) == ("components/agent.yaml", "parent")
    assert problem.line == line_of(pack, "components/agent.yaml", "parent: kernel")
    assert problem.text == "closes a circle: agent → kernel → agent"


def test_parent_of_itself(pack: Path) -> None:
    edit(pack, "components/kernel.yaml", "kind: kernel", "kind: kernel\nparent: kernel")
    problem = only(problems_of(pack))
    assert (problem.file, problem.text) == ("components/kernel.yaml", "closes a circle: kernel → kernel")


def test_view_that_is_its_own_parent(pack: Path) -> None:
    edit(pack, "views/all.yaml", "width: 800", "parent: all\nwidth: 800")
    problem = only(problems_of(pack))
    assert (problem.file, problem.line, problem.key) == ("views/all.yaml", 4, "parent")
    assert problem.text == "closes a circle: all → all"


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        (5, "agent → kernel → proxy → extra0 → client → agent"),
        (6, "agent → kernel → proxy → extra0 → extra1 → …"),
        (9, "agent → kernel → proxy → extra0 → extra1 → …"),
    ],
)
def test_long_circle_is_cut(pack: Path, length: int, shown: str) -> None:
    names = ["client", "agent", "kernel", "proxy", *[f"extra{number}" for number in range(length - 4)]]
    template = (pack / "components/client.yaml").read_text(encoding="utf-8").replace("id: client\n", "")
    for name, parent in zip(names, [*names[1:], names[0]], strict=True):
        write(pack, f"components/{name}.yaml", f"id: {name}\nparent: {parent}\n{template}")
    problem = only(problem for problem in problems_of(pack) if problem.key == "parent")
    assert problem.text == f"closes a circle: {shown}"
