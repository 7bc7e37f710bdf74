"""People find things by whatever they remember of them."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.packs import TINY_PACK, atlas_of, tiny_atlas
from tests.helpers.tours import toured_atlas
from vmexplorer import resources
from vmexplorer.app import search as search_module
from vmexplorer.app.commands import COMMANDS
from vmexplorer.app.search import Hit, Searcher
from vmexplorer.app.search_index import HitKind
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.pack_reader import read_pack
from vmexplorer.errors import UnknownNameError


@pytest.fixture(scope="module")
def tiny() -> Searcher:
    return Searcher(tiny_atlas(), COMMANDS)


@pytest.fixture(scope="module")
def shipped() -> Searcher:
    return Searcher(atlas_of(resources.pack()), COMMANDS)


def _ids(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.id for hit in hits]


def _found(hits: tuple[Hit, ...], kind: HitKind, id: str) -> Hit:
    """The hit for one thing."""
    return next(hit for hit in hits if (hit.kind, hit.id) == (kind, id))


@pytest.mark.parametrize(
    ("text", "kind", "id", "reason"),
    [
        ("agent", HitKind.COMPONENT, "agent", "name"),
        ("AGENT", HitKind.COMPONENT, "agent", "name"),
        ("  Kernel ", HitKind.COMPONENT, "kernel", "name"),
        ("L2", HitKind.LINK, "L2", "id"),
        ("f01", HitKind.FLOW, "F01", "id"),
        ("everything", HitKind.VIEW, "all", "name"),
        ("ESXi 8.0", HitKind.ERA, "e8", "name"),
        ("zoom in", HitKind.COMMAND, "view.zoom-in", "name"),
        ("view.fit", HitKind.COMMAND, "view.fit", "id"),
    ],
)
def test_exact_name_or_id_comes_first(tiny: Searcher, text: str, kind: HitKind, id: str, reason: str) -> None:
    first = tiny.search(text, "e8")[0]
    assert (first.kind, first.id, first.reason, first.score) == (kind, id, reason, 100)


@pytest.mark.parametrize(
    ("text", "kind", "id", "reason"),
    [
        ("agent.log", HitKind.COMPONENT, "agent", "log /var/log/agent.log"),
        ("agent.log", HitKind.FLOW, "F01", "log agent.log"),
        ("agent restart", HitKind.COMPONENT, "agent", "command agent restart"),
        ("plain http", HitKind.LINK, "L3", "protocol plain HTTP"),
        ("8307", HitKind.LINK, "L3", "loopback TCP 8307 on proxy → agent"),
        ("8307", HitKind.COMPONENT, "proxy", "loopback TCP 8307 on proxy → agent"),
        ("443", HitKind.COMPONENT, "agent", "port TCP 443"),
        ("443/tcp", HitKind.LINK, "L2", "TCP 443 on Client → proxy"),
        ("reverse", HitKind.COMPONENT, "proxy", "full name Reverse proxy"),
        ("decrypted", HitKind.LINK, "L3", "carries commands, decrypted"),
        ("owns the door", HitKind.COMPONENT, "proxy", "summary"),
        ("clients fail", HitKind.COMPONENT, "agent", "what breaks when it stops"),
        ("post", HitKind.FLOW, "F01", "message POST /sdk"),
        ("2022", HitKind.ERA, "e8", "years"),
        ("f11", HitKind.COMMAND, "window.fullscreen", "key F11"),
    ],
)
def test_other_texts_are_found_and_the_reason_says_which(
    tiny: Searcher, text: str, kind: HitKind, id: str, reason: str
) -> None:
    assert _found(tiny.search(text, "e8"), kind, id).reason == reason


def test_prefix_comes_before_a_later_word_and_that_before_other_texts(shipped: Searcher) -> None:
    hits = shipped.search("hostd", "e9", 100)
    assert _ids(hits)[0] == "hostd"
    assert set(_ids(hits)[1:3]) == {"hostd-nfc", "hostd-probe"}
    assert all(hit.kind is HitKind.LINK for hit in hits[3:6])
    assert "L11" in _ids(hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_equals_come_by_kind_and_then_in_the_order_of_the_pack(tiny: Searcher) -> None:
    hits = [hit for hit in tiny.search("443", "e8") if hit.score == 70]
    assert [(hit.kind, hit.id) for hit in hits] == [("component", "agent"), ("link", "L2")]
    equal = [hit for hit in tiny.search("all", "e8", 100) if hit.score == 42]
    assert [list(HitKind).index(hit.kind) for hit in equal] == sorted(list(HitKind).index(hit.kind) for hit in equal)


def test_port_finds_the_link_and_both_its_ends(shipped: Searcher) -> None:
    hits = shipped.search("902", "e9")
    assert {"L10", "vpxa", "vpxd"} <= set(_ids(hits))
    assert _found(hits, HitKind.LINK, "L10").reason == "UDP 902 on vpxa → vpxd"
    assert set(_ids(shipped.search("udp 902", "e9"))[1:]) < set(_ids(hits))


@pytest.mark.parametrize(
    ("text", "id", "title"),
    [
        ("902", "902", "Port 902: what uses it, what would break"),
        ("UDP 902", "UDP 902", "Port UDP 902: what uses it, what would break"),
        ("port 443", "443", "Port 443: what uses it, what would break"),
        ("8307", "loopback 8307", "Loopback port 8307: what uses it, what would break"),
    ],
)
def test_number_of_a_port_offers_its_answer_first(shipped: Searcher, text: str, id: str, title: str) -> None:
    first, second, *_ = shipped.search(text, "e9")
    assert (first.kind, first.id, first.title, first.reason, first.score) == (HitKind.PORT, id, title, "port", 100)
    assert second.kind is not HitKind.PORT
    assert shipped.search(text, "e9", 1) == (first,)


@pytest.mark.parametrize("text", ["snmp", "NTP", "syslog"])
def test_protocol_offers_its_ports_after_the_part_of_that_name_and_before_links(shipped: Searcher, text: str) -> None:
    hits = shipped.search(text, "e9")
    assert [hit.kind for hit in hits[:2]] == [HitKind.COMPONENT, HitKind.PORT]
    assert hits[0].title.casefold() == text.casefold()


def test_protocol_that_no_part_is_named_after_offers_its_ports_first(shipped: Searcher) -> None:
    assert [hit.kind for hit in shipped.search("https", "e9")[:2]] == [HitKind.PORT, HitKind.LINK]


@pytest.mark.parametrize("text", ["hostd", "8.0", "heartbeat", "restart hostd", "903"])
def test_what_is_no_port_offers_none(shipped: Searcher, text: str) -> None:
    assert HitKind.PORT not in {hit.kind for hit in shipped.search(text, "e9", 100)}


def test_port_inside_a_range_is_found_after_single_ports(shipped: Searcher) -> None:
    hit = _found(shipped.search("2100", "e4"), HitKind.COMPONENT, "ha-aam")
    assert "2050-2250" in hit.reason
    assert hit.score < _found(shipped.search("902", "e4"), HitKind.COMPONENT, "vpxa").score


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("hosdt", "hostd"),  # swapped
        ("hotd", "hostd"),  # a letter missing
        ("hosttd", "hostd"),  # a letter too many
        ("vmkenrel", "vmkernel"),
        ("schedulr", "vmk-cpu-scheduler"),
        ("rhtpproxy", "rhttpproxy"),
        ("restart hosdt", "hostd"),
    ],
)
def test_small_slips_are_forgiven(shipped: Searcher, text: str, id: str) -> None:
    assert _ids(shipped.search(text, "e7"))[0] == id


@pytest.mark.parametrize(
    ("text", "id"), [("vmsch", "vmk-cpu-scheduler"), ("vsc", "vsphere-client"), ("rprox", "rhttpproxy")]
)
def test_letters_in_their_order_are_enough(shipped: Searcher, text: str, id: str) -> None:
    assert id in _ids(shipped.search(text, "e7"))


def test_guesses_stay_away_where_there_is_something_sure(shipped: Searcher) -> None:
    assert all(not hit.reason.startswith("similar") for hit in shipped.search("vpxa", "e9", 100))


@pytest.mark.parametrize("text", ["SNMP", "SOAP"])
def test_protocols_are_found(shipped: Searcher, text: str) -> None:
    hits = shipped.search(text, "e9", 100)
    assert any(hit.kind is HitKind.LINK and text in hit.reason + hit.detail for hit in hits)


def test_words_may_stand_in_different_texts(shipped: Searcher) -> None:
    assert _ids(shipped.search("restart hostd", "e9"))[0] == "hostd"
    links = [hit.id for hit in shipped.search("vpxd vpxa", "e9") if hit.kind is HitKind.LINK]
    assert links[:2] == ["L08", "L10"]


def test_what_another_era_has_is_found_but_ranks_lower(tiny: Searcher) -> None:
    now = _found(tiny.search("proxy", "e8"), HitKind.COMPONENT, "proxy")
    before = _found(tiny.search("proxy", "e5"), HitKind.COMPONENT, "proxy")
    assert before.score < now.score
    assert before.reason == f"{now.reason}; not in ESXi 5.0"
    assert _ids(tiny.search("https", "e5"))[1] == "L1"
    assert _ids(tiny.search("https", "e8"))[1] == "L2"


def test_port_of_a_component_holds_only_in_the_eras_of_the_link(tiny: Searcher) -> None:
    assert "proxy" not in [hit.id for hit in tiny.search("8307", "e5") if "not in" not in hit.reason]
    assert _found(tiny.search("443", "e5"), HitKind.LINK, "L1").score == 70


@pytest.mark.parametrize("text", ["", "   ", "\t\n", "qqqzzzxxx", "\U0001f600"])
def test_nothing_comes_of_nothing(tiny: Searcher, text: str) -> None:
    assert tiny.search(text, "e8") == ()


def test_limit_cuts_the_tail(shipped: Searcher) -> None:
    everything = shipped.search("vm", "e9", 500)
    assert len(everything) > 5
    assert shipped.search("vm", "e9", 5) == everything[:5]
    assert shipped.search("vm", "e9", 0) == ()


def test_unknown_era_is_an_error(tiny: Searcher) -> None:
    with pytest.raises(UnknownNameError, match="there is no era 'e7x'"):
        tiny.search("agent", "e7x")


def test_hit_says_what_it_is(tiny: Searcher) -> None:
    hits = tiny.search("443", "e8", 100)
    assert _found(hits, HitKind.COMPONENT, "agent").detail == "The program that carries out every task."
    assert _found(hits, HitKind.LINK, "L2").title == "Client → proxy"
    assert _found(hits, HitKind.LINK, "L2").detail == "HTTPS, TCP 443"
    assert tiny.search("find the route", "e8")[0].detail == "R"
    assert tiny.search("next version", "e8")[0].detail == "Versions"


@given(st.text(max_size=150))
def test_every_text_can_be_searched_for(tiny: Searcher, text: str) -> None:
    hits = tiny.search(text, "e8", 1000)
    assert len({(hit.kind, hit.id) for hit in hits}) == len(hits)
    assert all(0 < hit.score <= 100 and hit.reason for hit in hits)


def test_every_component_is_found_by_its_own_names(shipped: Searcher) -> None:
    atlas = atlas_of(resources.pack())
    for component in atlas.components.values():
        era = atlas.eras_of(component)[-1]
        for text in (component.id, component.name, component.stands_for):
            assert component.id in _ids(shipped.search(text, era, 10)), text


def test_index_is_built_once_and_only_when_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[Atlas] = []
    original = search_module.build_index

    def counted(atlas: Atlas, *_: object) -> object:
        built.append(atlas)
        return original(atlas, ())

    monkeypatch.setattr(search_module, "build_index", counted)
    searcher = Searcher(tiny_atlas())
    assert searcher.search("", "e8") == ()
    assert built == []
    searcher.search("agent", "e8")
    searcher.search("proxy", "e8")
    assert len(built) == 1


def test_port_written_freely_is_still_found_as_text() -> None:
    pack, _, _ = read_pack(TINY_PACK)
    assert pack is not None
    agent = pack.components[0]
    free = dataclasses.replace(agent, ports=(dataclasses.replace(agent.ports[0], port="a port of your choice"),))
    atlas = Atlas.of(dataclasses.replace(pack, components=(free, *pack.components[1:])))
    hit = _found(Searcher(atlas).search("choice", "e8"), HitKind.COMPONENT, "agent")
    assert hit.reason == "port a port of your choice"


@pytest.mark.parametrize(
    ("text", "kind", "id", "reason"),
    [
        ("The agent in a minute", HitKind.TOUR, "short", "name"),
        ("who asks", HitKind.TOUR, "short", "summary"),
        ("Before the proxy came", HitKind.STOP, "short/before", "name"),
        ("listened itself", HitKind.STOP, "short/before", "caption"),
        ("agent in a", HitKind.STOP, "short/ask", "stop of The agent in a minute"),
    ],
)
def test_tours_and_their_stops_are_found(tmp_path: Path, text: str, kind: HitKind, id: str, reason: str) -> None:
    atlas = toured_atlas(tmp_path)
    hits = Searcher(atlas, COMMANDS, list(atlas.tours.values())).search(text, "e8")
    assert _found(hits, kind, id).reason == reason
    assert not any(hit.kind in (HitKind.TOUR, HitKind.STOP) for hit in Searcher(atlas).search(text, "e8"))


def test_a_stop_says_where_it_stands(tmp_path: Path) -> None:
    atlas = toured_atlas(tmp_path)
    hit = _found(Searcher(atlas, (), list(atlas.tours.values())).search("A request", "e8"), HitKind.STOP, "short/ask")
    assert (hit.title, hit.detail) == ("A request", "The agent in a minute, stop 2")


@pytest.mark.parametrize(("text", "id"), [("yellow screen", "dcui"), ("VirtualCenter Server", "vpxd")])
def test_part_is_found_by_what_people_call_it(shipped: Searcher, text: str, id: str) -> None:
    first = shipped.search(text, "e9")[0]
    assert (first.kind, first.id) == (HitKind.COMPONENT, id)
    assert first.reason == f"also called {text}"
