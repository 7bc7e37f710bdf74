"""Versions, versions with marks, and ranges of eras."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.atlas.era import EraRange, Version, VersionFact
from vmexplorer.atlas.evidence import Evidence, Standing
from vmexplorer.atlas.lifespan import eras_covered

ORDER = ("e3", "e4", "e5", "e6")


@pytest.mark.parametrize(
    ("written", "version"),
    [("6.5", Version(6, 5)), ("8.0 U1", Version(8, 0, 1)), ("6.0 U12", Version(6, 0, 12)), ("10.0", Version(10, 0))],
)
def test_version(written: str, version: Version) -> None:
    assert Version.parse(written) == version
    assert str(version) == written


@pytest.mark.parametrize(
    "written", ["", "6", "6.5.1", "6.5 u1", "6.5U1", " 6.5", "6.5 ", "v6.5", "6.5\n", "600.5", "6.٥x"]
)
def test_text_that_is_no_version(written: str) -> None:
    with pytest.raises(ValueError, match="is not a version such as"):
        Version.parse(written)


@given(st.lists(st.builds(Version, st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))))
def test_versions_sort_in_release_order_and_read_back(versions: list[Version]) -> None:
    assert sorted(versions) == sorted(versions, key=lambda version: (version.major, version.minor, version.update))
    assert [Version.parse(str(version)) for version in versions] == versions


def test_version_with_marks() -> None:
    fact = VersionFact.parse("8.0 U1 [v:S43] [gk]")
    assert fact.version == Version(8, 0, 1)
    assert fact.evidence == (Evidence(Standing.VERIFIED, ("S43",)), Evidence(Standing.GENERAL))
    assert str(fact) == "8.0 U1"


@pytest.mark.parametrize(("written", "reason"), [("8.0", "no evidence mark"), ("eight [gk]", "is not a version")])
def test_malformed_version_with_marks(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        VersionFact.parse(written)


@pytest.mark.parametrize(
    ("written", "covered"),
    [
        ("e4", ("e4",)),
        ("e4..e5", ("e4", "e5")),
        ("e5..", ("e5", "e6")),
        ("..e4", ("e3", "e4")),
        ("e3..e6", ORDER),
        ("e4..e4", ("e4",)),
        ("e5..e4", ()),
    ],
)
def test_range_of_eras(written: str, covered: tuple[str, ...]) -> None:
    span = EraRange.parse(written)
    assert tuple(era for era in ORDER if span.covers(era, ORDER)) == covered
    assert eras_covered(ORDER, span) == covered


@pytest.mark.parametrize("written", ["", "..", "e4...e5", "e4-e5", "e4 ..", "e4..e5..e6", "e 4", "e4\n"])
def test_text_that_is_no_range(written: str) -> None:
    with pytest.raises(ValueError, match="is not an era or a range of eras"):
        EraRange.parse(written)


def test_no_range_covers_every_era() -> None:
    assert eras_covered(ORDER, None) == ORDER


def test_an_unknown_end_counts_as_open() -> None:
    assert eras_covered(ORDER, EraRange("e9", "e4")) == ("e3", "e4")
    assert eras_covered(ORDER, EraRange("e5", "e9")) == ("e5", "e6")
