"""Labels of classes, and the guess that asks whether one is a name."""

from __future__ import annotations

import pytest

from rse_lessons.progress.facts.labels import check_label, looks_like_a_name, tidy

NAMES = [
    "Jane Smith",
    "Siân O'Connor",
    "Mary-Jane Watson",
    "Jane M Smith",
    "Mrs Jones",
    "mr patel",
    "Zoë Ní Bhriain",
]
LABELS = [
    "",
    "4 Maple",
    "Year 3 Oak",
    "7B",
    "Hazel",
    "Maple Class",
    "Blue Group",
    "Year Six",
    "Reception",
    "Owls",
    "Barn Owls",
    "9x/En2",
    "KS3 PM",
    "Dosbarth Derw",
    "Blwyddyn Chwech",
    "RSE GROUP",
    "Miss",
    "monday mornings",
    "Jane Smith 7B",
]


@pytest.mark.parametrize("label", NAMES)
def test_a_name_is_noticed(label: str) -> None:
    assert looks_like_a_name(label)


@pytest.mark.parametrize("label", LABELS)
def test_a_label_is_let_be(label: str) -> None:
    assert not looks_like_a_name(label)


def test_labels_are_tidied_and_bounded() -> None:
    assert tidy("  4 \t Maple ") == "4 Maple"
    check_label("")
    check_label("x" * 40)
    for wrong in (" 7B", "7B ", "7  B", "x" * 41, "7\x00B"):
        with pytest.raises(ValueError, match="label"):
            check_label(wrong)
