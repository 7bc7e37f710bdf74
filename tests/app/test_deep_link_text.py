"""Links can be written, read back, and refused with one clear sentence."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vmexplorer.app.deep_link_text import DeepLink, LinkError, read, write
from vmexplorer.errors import VmexplorerError

_PRINTABLE = st.characters(exclude_categories=("Cs",)).filter(str.isprintable)
_NAMES = st.none() | st.text(_PRINTABLE, min_size=1, max_size=100)
_LINKS = st.builds(
    DeepLink,
    view=_NAMES,
    era=_NAMES,
    flow=_NAMES,
    branch=_NAMES,
    step=st.none() | st.integers(1, 999_999),
    at=st.none() | st.floats(min_value=0, allow_infinity=False),
    select=_NAMES,
)


def test_everything_stands_in_the_link_in_a_fixed_order() -> None:
    link = DeepLink("overview", "e8", "F01", "locked", 6, 36.25, "hostd")
    text = "vmexplorer:view=overview&era=e8&flow=F01&branch=locked&step=6&at=36.25&select=hostd"
    assert write(link) == text
    assert read(text) == link


def test_what_is_left_out_is_none_and_order_does_not_matter() -> None:
    assert read("vmexplorer:") == DeepLink()
    assert read("VMexplorer:select=L10&view=ha") == DeepLink(view="ha", select="L10")
    assert write(DeepLink()) == "vmexplorer:"


def test_names_are_encoded_like_a_query() -> None:
    text = write(DeepLink(view="a&b=c +%", flow="route:hostd:vpxd", select="größe"))
    assert text == "vmexplorer:view=a%26b%3Dc+%2B%25&flow=route:hostd:vpxd&select=gr%C3%B6%C3%9Fe"
    assert text.isascii()
    assert read(text).view == "a&b=c +%"


@given(_LINKS)
@example(DeepLink(at=0.0))
@example(DeepLink(at=1e22))
@example(DeepLink(at=5e-324))
@example(DeepLink(view="\N{GRINNING FACE}" * 100, era="%" * 100, flow="&" * 100))
def test_every_link_survives_writing_and_reading(link: DeepLink) -> None:
    assert read(write(link)) == link


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "'' is no link of this program; one begins with 'vmexplorer:view='"),
        ("vmexplorer", "no link of this program"),
        ("file:///etc/passwd", "'file:///etc/passwd' is no link of this program"),
        ("https:view=overview", "no link of this program"),
        (" vmexplorer:view=a", "a space, a line break or a control character"),
        ("vmexplorer:view=a\n", "a space, a line break or a control character"),
        ("vmexplorer:view=\0", r"'vmexplorer:view=\x00' is no link"),
        ("vmexplorer:view=\udcff", "is no link"),
        ("vmexplorer:view=\N{RIGHT-TO-LEFT OVERRIDE}a", "is no link"),
        ("vmexplorer:view=%00", "view in the link is no name of at most 100 printable characters"),
        ("vmexplorer:view=%0Aa", "view in the link is no name"),
        ("vmexplorer:view=" + "a" * 101, "view in the link is no name"),
        ("vmexplorer:view=%zz", "a '%' without two hexadecimal digits"),
        ("vmexplorer:view=100%", "a '%' without two hexadecimal digits"),
        ("vmexplorer:view=%ff", "view in the link is not in UTF-8"),
        ("vmexplorer:view=%ED%A0%80", "view in the link is not in UTF-8"),
        ("vmexplorer:view", "the part 'view' of the link is not in the form key=value"),
        ("vmexplorer:view=", "the part 'view=' of the link"),
        ("vmexplorer:view=a&", "the part '' of the link"),
        ("vmexplorer:veiw=a", "a link has no part 'veiw'; the nearest is 'view'"),
        ("vmexplorer://view=a", "a link has no part '//view'; the nearest is 'view'"),
        ("vmexplorer:xyzzy=a", "choose from view, era, flow, branch, step, at, select"),
        ("vmexplorer:VIEW=a", "a link has no part 'VIEW'; the nearest is 'view'"),
        ("vmexplorer:step=1&step=1", "the link says 'step' twice"),
        ("vmexplorer:step=0", "'0' in the link is no step; steps are numbered from 1"),
        ("vmexplorer:step=-1", "is no step"),
        ("vmexplorer:step=1.5", "is no step"),
        ("vmexplorer:step=\N{ARABIC-INDIC DIGIT THREE}", "is no step"),
        ("vmexplorer:step=" + "9" * 50, "is no step"),
        ("vmexplorer:at=-1", "'-1' in the link is no moment in seconds"),
        ("vmexplorer:at=nan", "is no moment"),
        ("vmexplorer:at=inf", "is no moment"),
        ("vmexplorer:at=1e999", "is no moment"),
        ("vmexplorer:at=1_0", "is no moment"),
        pytest.param("vmexplorer:" + "a" * 10**7, "at most 8192 characters, and this one has 10000011", id="huge"),
        ("x:" + "a" * 5000, "aaa…' is no link of this program"),
    ],
)
def test_malformed_text_is_refused_with_one_sentence(text: str, expected: str) -> None:
    with pytest.raises(LinkError) as raised:
        read(text)
    message = str(raised.value)
    assert expected in message
    assert message.isprintable()
    assert len(message) < 250


@given(
    st.text()
    | st.text().map("vmexplorer:{}".format)
    | st.text("viewstpa=&%0+.e-", max_size=40).map("vmexplorer:{}".format)
)
def test_any_text_is_a_link_or_a_known_error(text: str) -> None:
    try:
        link = read(text)
    except VmexplorerError as error:
        told = str(error)
    else:
        told = write(link)
        assert read(told) == link
    assert told.isprintable()
