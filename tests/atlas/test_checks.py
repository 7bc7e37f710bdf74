"""All checks together."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.packs import copy_tiny_pack, edit, line_of, only, problems_of


def test_all_rules_speak_at_once_in_order_of_file_and_line(tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    edit(pack, "components/agent.yaml", "parent: kernel", "parent: nobody")
    edit(pack, "components/client.yaml", "works with.", "works with")
    edit(pack, "flows/F01.yaml", "    to: proxy\n    eras: e8..", "    to: proxy\n    eras: ..e88")
    edit(pack, "links.yaml", "via: [kernel]", "via: [gone]")
    edit(pack, "views/all.yaml", "at: r1 c2", "at: r9 c9")
    found = [(problem.file, problem.key) for problem in problems_of(pack)]
    assert found == [
        ("components/agent.yaml", "parent"),
        ("components/client.yaml", "summary"),
        ("flows/F01.yaml", "steps[1].to"),
        ("flows/F01.yaml", "steps[1].eras"),
        ("links.yaml", "links[2].via[0]"),
        ("views/all.yaml", "zones[1].cards[1].at"),
    ]


def test_a_problem_reads_as_one_line(tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    edit(pack, "links.yaml", "from: proxy", "from: prox")
    line = line_of(pack, "links.yaml", "from: prox")
    assert str(only(problems_of(pack))) == (
        f"links.yaml:{line}: links[2].from: names the component 'prox', which does not exist (the nearest is 'proxy')"
    )
