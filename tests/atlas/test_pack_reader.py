"""Reading a pack folder without ever leaving it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.helpers.packs import TINY_PACK, append, copy_tiny_pack, edit, line_of, only, write
from vmexplorer.atlas import pack_folder, pack_listing
from vmexplorer.atlas.pack_listing import MAX_FILES
from vmexplorer.atlas.pack_reader import read_pack
from vmexplorer.errors import Problem

needs_unix = pytest.mark.skipif(os.name != "posix", reason="symbolic links and pipes as on Unix")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copy_tiny_pack(tmp_path)


def problems_in(pack: Path) -> tuple[Problem, ...]:
    built, problems, _ = read_pack(pack)
    assert (built is None) == bool(problems)
    return problems


def test_reads_every_part_in_the_order_of_the_files() -> None:
    pack, problems, _ = read_pack(TINY_PACK)
    assert problems == ()
    assert pack is not None
    assert [component.id for component in pack.components] == ["agent", "client", "kernel", "proxy"]
    assert [link.id for link in pack.links] == ["L1", "L2", "L3"]
    assert [flow.id for flow in pack.flows] == ["F01"]
    assert [view.id for view in pack.views] == ["all"]
    assert [source.id for source in pack.sources] == ["S1", "S2"]
    assert [statement.id for statement in pack.founding] == ["FT01"]
    assert [str(era.first) for era in pack.manifest.eras] == ["5.0", "8.0"]


def test_lines_lead_to_the_values() -> None:
    _, _, lines = read_pack(TINY_PACK)
    assert lines.line("links.yaml", "links[2].via[0]") == line_of(TINY_PACK, "links.yaml", "via: [kernel]")
    assert lines.line("views/all.yaml", "zones[1].cards[0].style") == line_of(TINY_PACK, "views/all.yaml", "hero")


def test_founding_text_and_flows_may_be_missing(pack: Path) -> None:
    (pack / "founding-text.yaml").unlink()
    (pack / "flows/F01.yaml").unlink()
    (pack / "flows").rmdir()
    built, problems, _ = read_pack(pack)
    assert problems == ()
    assert built is not None
    assert (built.founding, built.flows, built.comparisons) == ((), (), ())


def test_comparisons_are_read_and_named_after_their_files(pack: Path) -> None:
    (pack / "comparisons").mkdir()
    head = "id: C01\nname: Both\nsummary: Both ways.\nfirst: F01\nsecond: F02\n"
    write(pack, "comparisons/C01.yaml", head + 'pairs:\n  - {first: ask, second: "", says: "It asks. [gk]"}\n')
    built, _, _ = read_pack(pack)
    assert built is not None
    assert [(one.id, one.pairs[0].first, one.pairs[0].second) for one in built.comparisons] == [("C01", "ask", "")]
    (pack / "comparisons/C01.yaml").rename(pack / "comparisons/C02.yaml")
    assert only(problems_in(pack)).hint == "rename the file to C01.yaml or change the id"


@pytest.mark.parametrize("name", ["pack.yaml", "sources.yaml", "links.yaml"])
def test_missing_file(pack: Path, name: str) -> None:
    (pack / name).unlink()
    problem = only(problems_in(pack))
    assert (problem.file, problem.line, problem.text) == (name, None, "is missing")


def test_missing_folder(pack: Path) -> None:
    (pack / "views/all.yaml").unlink()
    problem = only(problems_in(pack))
    assert (problem.file, problem.text, problem.hint) == ("views", "is missing", "every pack needs views/<id>.yaml")


def test_folder_that_is_none(tmp_path: Path) -> None:
    problem = only(problems_in(tmp_path / "nowhere"))
    assert problem.file == str(tmp_path / "nowhere")
    assert "No such file" in problem.text
    assert "is missing" in "".join(problem.text for problem in problems_in(tmp_path))


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("link.yaml", "the nearest is 'links.yaml'"),
        ("notes.txt", ""),
        ("views/all.yml", "files in this folder are named <id>.yaml"),
        ("components/agent.yaml~", "files in this folder are named <id>.yaml"),
    ],
)
def test_unexpected_file(pack: Path, name: str, hint: str) -> None:
    write(pack, name, "a: 1")
    problem = only(problems_in(pack))
    assert (problem.file, problem.line, problem.text) == (name, None, "is not a file that a pack has")
    assert problem.hint == hint


def test_unexpected_folders(pack: Path) -> None:
    (pack / "component").mkdir()
    write(pack, "component/agent.yaml", "id: agent")
    (pack / "views/old").mkdir()
    first, second = problems_in(pack)
    assert (first.file, first.text) == ("component/", "is not a folder that a pack has")
    assert first.hint == "the nearest is 'components'"
    assert (second.file, second.text) == ("views/old", "is not a file that a pack has")


@pytest.mark.parametrize("name", ["README", "README.md", "LICENSE", "LICENSE.txt", ".DS_Store", "views/.swp"])
def test_files_for_people_and_hidden_files_are_passed_over(pack: Path, name: str) -> None:
    write(pack, name, "a: [")
    assert problems_in(pack) == ()


def test_every_file_is_read_in_spite_of_a_broken_one(pack: Path) -> None:
    write(pack, "links.yaml", "links: [")
    edit(
        pack,
        "flows/F01.yaml",
        "kind: request\n    narration:\n      - The agent does",
        "kind: requst\n    narration:\n      - The agent does",
    )
    (pack / "sources.yaml").write_bytes(b"sources: \xff")
    first, second, third = problems_in(pack)
    assert (first.file, first.key, first.hint) == ("flows/F01.yaml", "steps[3].kind", "the nearest is 'request'")
    assert first.line == line_of(pack, "flows/F01.yaml", "requst")
    assert (second.file, third.file) == ("links.yaml", "sources.yaml")
    assert "not UTF-8" in third.text


def test_file_name_must_be_the_id(pack: Path) -> None:
    (pack / "components/proxy.yaml").rename(pack / "components/door.yaml")
    problem = only(problems_in(pack))
    assert (problem.file, problem.line, problem.key) == ("components/door.yaml", 1, "id")
    assert problem.text == "is 'proxy' and must match the name of the file"
    assert problem.hint == "rename the file to proxy.yaml or change the id"


@needs_unix
@pytest.mark.parametrize("target", ["/etc/hostname", "/dev/zero", "../outside.yaml"])
def test_link_out_of_the_folder_is_not_followed(pack: Path, target: str) -> None:
    write(pack, "../outside.yaml", "sources: []")
    (pack / "sources.yaml").unlink()
    (pack / "sources.yaml").symlink_to(target)
    problem = only(problems_in(pack))
    assert (problem.file, problem.text) == ("sources.yaml", "leads out of the pack folder")


@needs_unix
def test_linked_folder_outside_is_not_read(pack: Path, tmp_path: Path) -> None:
    (pack / "flows").rename(tmp_path / "elsewhere")
    (pack / "flows").symlink_to(tmp_path / "elsewhere")
    problem = only(problems_in(pack))
    assert (problem.file, problem.text) == ("flows", "must be a folder, not a file or a link")


@needs_unix
def test_link_inside_the_folder_is_fine(pack: Path) -> None:
    (pack / "sources.yaml").rename(pack / "README-sources")
    (pack / "sources.yaml").symlink_to("README-sources")
    assert problems_in(pack) == ()


@needs_unix
def test_circle_of_links(pack: Path) -> None:
    (pack / "sources.yaml").unlink()
    (pack / "sources.yaml").symlink_to("sources.yaml")
    problem = only(problems_in(pack))
    assert problem.text.startswith("cannot be read: ")


@needs_unix
def test_dangling_link(pack: Path) -> None:
    (pack / "sources.yaml").unlink()
    (pack / "sources.yaml").symlink_to("README-nowhere")
    assert only(problems_in(pack)).text == "cannot be read: No such file or directory"


@needs_unix
def test_pipe_is_not_opened(pack: Path) -> None:
    (pack / "sources.yaml").unlink()
    os.mkfifo(pack / "sources.yaml")
    assert only(problems_in(pack)).text == "is not a regular file"


def test_file_in_the_place_of_a_folder(pack: Path) -> None:
    (pack / "flows/F01.yaml").unlink()
    (pack / "flows").rmdir()
    write(pack, "flows", "id: F01")
    problem = only(problems_in(pack))
    assert (problem.file, problem.text) == ("flows", "must be a folder, not a file or a link")


def test_folder_in_the_place_of_a_file(pack: Path) -> None:
    (pack / "sources.yaml").unlink()
    (pack / "sources.yaml").mkdir()
    write(pack, "sources.yaml/S1.yaml", "id: S1")
    problem = only(problems_in(pack))
    assert (problem.file, problem.text) == ("sources.yaml", "must be a file, not a folder")


def test_folder_in_the_place_of_a_component(pack: Path) -> None:
    (pack / "components/extra.yaml").mkdir()
    problem = only(problems_in(pack))
    assert (problem.file, problem.text) == ("components/extra.yaml", "is not a regular file")


@needs_unix
def test_file_name_that_is_no_text(pack: Path) -> None:
    (Path(os.fsdecode(os.fsencode(pack) + b"/caf\xe9.yaml"))).write_text("a: 1")
    assert only(problems_in(pack)).file == r"caf\xe9.yaml"


@needs_unix
def test_file_name_with_a_line_break_stays_on_one_line(pack: Path) -> None:
    write(pack, "a\nb.yaml", "a: 1")
    assert str(only(problems_in(pack))).startswith(r"a\nb.yaml: is not a file that a pack has")


def test_too_large_file(pack: Path) -> None:
    append(pack, "links.yaml", "#" * 2_000_001)
    problem = only(problems_in(pack))
    assert (problem.file, problem.text) == ("links.yaml", "is larger than 2,000,000 bytes")


def test_too_large_pack(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack_folder, "MAX_TOTAL_BYTES", 3000)
    found = problems_in(pack)
    assert "makes the pack larger than 3,000 bytes" in [problem.text for problem in found]


def test_pack_of_exactly_the_largest_size(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack_folder, "MAX_TOTAL_BYTES", sum(path.stat().st_size for path in pack.rglob("*.yaml")))
    assert problems_in(pack) == ()


def test_pack_of_exactly_the_most_files(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files_and_folders = 10 + 3
    for limit, count in ((files_and_folders, 0), (files_and_folders - 1, 1)):
        monkeypatch.setattr(pack_listing, "MAX_FILES", limit)
        monkeypatch.setattr(pack_folder, "MAX_FILES", limit)
        assert len(problems_in(pack)) == count


def test_too_many_files(pack: Path) -> None:
    for number in range(MAX_FILES):
        (pack / f"views/v{number}.yaml").touch()
    assert only(problems_in(pack)).text == "the pack has more than 2,000 files"
