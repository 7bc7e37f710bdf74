"""Which component a text names."""

from __future__ import annotations

import pytest

from tests.helpers.questions import names
from tests.helpers.shipped import shipped_atlas
from vmexplorer.lessons.quiz.names import forms_of


@pytest.mark.parametrize(
    ("text", "component"),
    [
        ("hostd", "hostd"),
        ("HOSTD", "hostd"),
        ("the host daemon", "hostd"),
        ("vmware-hostd", "hostd"),
        ("hosdt", "hostd"),
        ("ha-fdm", "ha-fdm"),
        ("FDM", "ha-fdm"),
        ("HA agent", "ha-fdm"),
        ("Fault Domain Manger", "ha-fdm"),
        ("CPU scheduler", "vmk-cpu-scheduler"),
        ("it is vpxa I think", "vpxa"),
        ("hostclient", "host-client"),
    ],
)
def test_names_synonyms_former_names_and_slips(text: str, component: str) -> None:
    assert component in names().named_in(text)


@pytest.mark.parametrize("text", ["", "vpxc", "hostd or vpxa", "something else", "?"])
def test_what_could_be_one_or_the_other_is_none(text: str) -> None:
    assert names().named_in(text) == frozenset()


def test_a_name_belongs_to_whoever_bears_it_in_the_era() -> None:
    assert names("e4").named_in("HA agent") == {"ha-aam"}
    assert names("e8").named_in("HA agent") == {"ha-fdm"}
    assert "envoy" not in names("e5").called


@pytest.mark.parametrize("era", shipped_atlas().era_ids)
def test_every_component_answers_to_its_id_name_and_full_name(era: str) -> None:
    for id, part in shipped_atlas().components.items():
        if era in shipped_atlas().component_eras[id]:
            for text in (part.id, part.name, part.stands_for):
                assert id in names(era).named_in(text), text


def test_no_form_is_empty() -> None:
    assert all(all(form) for part in shipped_atlas().components.values() for form in forms_of(part))
