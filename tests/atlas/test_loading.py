"""Loading a pack, with and without a prepared copy."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.packs import TINY_PACK, copy_tiny_pack, edit, tiny_atlas
from vmexplorer.atlas import loading
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.loading import check_pack, load
from vmexplorer.errors import PackError

SOURCE = Path(__file__).parents[2] / "src"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copy_tiny_pack(tmp_path)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "packs"


def parts(atlas: Atlas) -> tuple[object, ...]:
    """Everything in an atlas that can be compared."""
    return (
        atlas.manifest,
        list(atlas.components.items()),
        list(atlas.links.items()),
        list(atlas.flows.items()),
        list(atlas.comparisons.items()),
        list(atlas.views.items()),
        list(atlas.sources.items()),
        atlas.founding,
        atlas.component_eras,
        atlas.link_eras,
    )


def only_copy(cache: Path) -> Path:
    (copy,) = cache.iterdir()
    return copy


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes any reading of the pack's own files fail."""

    def fail(folder: Path) -> None:
        raise AssertionError(f"{folder} is read again")

    monkeypatch.setattr(loading, "_examine", fail)


def test_loads_without_a_cache(pack: Path) -> None:
    assert parts(load(pack)) == parts(tiny_atlas())
    assert not (pack.parent / "cache").exists()


def test_second_load_comes_from_the_copy_and_is_equal(pack: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(pack, cache)
    forbid_reading(monkeypatch)
    assert parts(load(pack, cache)) == parts(first) == parts(tiny_atlas())


def test_every_problem_is_in_the_error(pack: Path, cache: Path) -> None:
    edit(pack, "links.yaml", "from: proxy", "from: prox")
    edit(pack, "pack.yaml", "home: all", "home: al")
    with pytest.raises(PackError) as caught:
        load(pack, cache)
    assert [problem.file for problem in caught.value.problems] == ["links.yaml", "pack.yaml"]
    assert caught.value.problems == check_pack(pack)
    assert "(and 1 more)" in str(caught.value)
    assert not cache.exists()


def test_pack_that_is_not_there(tmp_path: Path, cache: Path) -> None:
    for place in (None, cache):
        with pytest.raises(PackError, match="cannot be read as a pack folder"):
            load(tmp_path / "nowhere", place)


def change(pack: Path, cache: Path) -> None:
    edit(pack, "components/agent.yaml", "name: agent", "name: Agent")


def touch(pack: Path, cache: Path) -> None:
    before = (pack / "links.yaml").stat()
    edit(pack, "links.yaml", "carries: commands, decrypted", "carries: requests, decrypted")
    os.utime(pack / "links.yaml", ns=(before.st_atime_ns, before.st_mtime_ns + 1))


def rename(pack: Path, cache: Path) -> None:
    edit(pack, "flows/F01.yaml", "id: F01", "id: F02")
    (pack / "flows/F01.yaml").rename(pack / "flows/F02.yaml")


@pytest.mark.parametrize("make_stale", [change, touch, rename])
def test_stale_copy_is_made_anew(pack: Path, cache: Path, make_stale: object) -> None:
    old = load(pack, cache)
    assert callable(make_stale)
    make_stale(pack, cache)
    new = load(pack, cache)
    assert parts(new) == parts(load(pack))
    assert parts(new) != parts(old)


def test_pack_that_was_broken_after_the_copy_is_refused(pack: Path, cache: Path) -> None:
    load(pack, cache)
    (pack / "unexpected.yaml").touch()
    with pytest.raises(PackError, match="not a file that a pack has"):
        load(pack, cache)


def test_another_version_of_the_program_makes_its_own_copy(
    pack: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(pack, cache)
    monkeypatch.setattr(loading, "__version__", "99")
    forbid_reading(monkeypatch)
    with pytest.raises(AssertionError, match="read again"):
        load(pack, cache)


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"{}", b"[]\n[]", b"\xff\xfe", b"null\nnull", b"[" * 100_000, b"[" * 100_000 + b"\n", b"{}\n" * 3],
)
def test_damaged_copy_is_made_anew(pack: Path, cache: Path, content: bytes) -> None:
    load(pack, cache)
    sound = only_copy(cache).read_bytes()
    only_copy(cache).write_bytes(content)
    assert parts(load(pack, cache)) == parts(tiny_atlas())
    assert only_copy(cache).read_bytes() == sound


def test_no_flipped_byte_or_cut_goes_unnoticed(pack: Path, cache: Path) -> None:
    load(pack, cache)
    sound = only_copy(cache).read_bytes()
    for place in range(0, len(sound), 97):
        only_copy(cache).write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        assert parts(load(pack, cache)) == parts(tiny_atlas()), place
        only_copy(cache).write_bytes(sound[:place])
        assert parts(load(pack, cache)) == parts(tiny_atlas()), place


def test_copy_of_a_sound_form_but_another_shape(pack: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = loading._state(pack.resolve())
    load(pack, cache)
    for body in (b"[]", b"{}", b"1", b'"x"', b"[[1],[],[],[],[],[],[]]", b"[[[]],{},{},{},{},{},{}]"):
        only_copy(cache).write_bytes(loading.json.dumps([state, loading.crc32(body)]).encode() + b"\n" + body)
        assert parts(load(pack, cache)) == parts(tiny_atlas()), body


def test_cache_that_cannot_be_written_is_passed_over(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert parts(load(pack, tmp_path / "file")) == parts(tiny_atlas())
    assert parts(load(pack, tmp_path / "file" / "below")) == parts(tiny_atlas())


def test_copy_that_cannot_be_put_in_place_leaves_nothing_behind(pack: Path, cache: Path) -> None:
    load(pack, cache)
    copy = only_copy(cache)
    copy.unlink()
    (copy / "in-the-way").mkdir(parents=True)
    assert parts(load(pack, cache)) == parts(tiny_atlas())
    assert only_copy(cache).is_dir()


def test_packs_of_the_same_name_have_copies_of_their_own(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "other").mkdir()
    first, second = copy_tiny_pack(tmp_path), copy_tiny_pack(tmp_path / "other")
    edit(second, "pack.yaml", "name: Tiny Pack", "name: Other Pack")
    assert [load(pack, cache).manifest.name for pack in (first, second, first)] == [
        "Tiny Pack",
        "Other Pack",
        "Tiny Pack",
    ]
    assert len(list(cache.iterdir())) == 2


def test_prepared_copy_needs_no_yaml_parser(tmp_path: Path) -> None:
    load(TINY_PACK, tmp_path)
    program = (
        "import sys; from pathlib import Path; from vmexplorer.atlas.loading import load\n"
        "load(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "print(*sorted({'yaml', 'networkx', 'vmexplorer.atlas.checks', 'vmexplorer.atlas.build'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, str(TINY_PACK), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=SOURCE)
    assert done.stdout.strip() == ""
