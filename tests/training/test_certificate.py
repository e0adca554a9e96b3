"""The record behind a certificate: its code, and what checking it tells."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.training.certificate import (
    FORMAT,
    LARGEST,
    CertifiedModule,
    Record,
    Verdict,
    canonical,
    check,
    code_of,
    tidy_code,
    written,
)

MODULE = CertifiedModule(
    "a-safe-classroom", "A safe classroom", "2026-11-20", 8, 7, 2, ("A personal story",), 42
)
RECORD = Record("Siân Owen", "2026-11-22", "Wales", "RSE Lessons 1.0", (MODULE,), 315, 2)
PLAIN = json.loads(written(RECORD))


def test_a_record_and_its_code_belong_together() -> None:
    found = check(written(RECORD))
    assert (found.verdict, found.record) == (Verdict.GOOD, RECORD)
    assert check(written(RECORD), found.code.lower().replace("-", " ")).verdict is Verdict.GOOD


def test_the_code_is_the_first_80_bits_of_the_sum_of_canonical_json() -> None:
    """Said here once more, in another way: whoever has a library for JSON and SHA-256 can check it."""
    text = json.dumps(PLAIN["record"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    bits = f"{int(hashlib.sha256(text.encode()).hexdigest()[:20], 16):080b}"
    digits = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[int(bits[at : at + 5], 2)] for at in range(0, 80, 5))
    assert PLAIN["code"] == "-".join(digits[at : at + 4] for at in (0, 4, 8, 12))


def test_canonical_json_is_that_of_the_standard() -> None:
    """The examples of RFC 8785, section 3.2, as far as there are no fractions."""
    assert canonical({"b": ['€$\x0f\nA\'B"\\\\"/'], "a": 56}) == (
        '{"a":56,"b":["€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"]}'.encode()
    )
    assert canonical({"1": 1, "\r": 2, "ö": 3, "€": 4}) == '{"\\r":2,"1":1,"ö":3,"€":4}'.encode()
    for bad in (1.5, float("nan"), None, True, 1 << 53, "\ud800", {"a": {"b": 0.0}}, {1, 2}):
        with pytest.raises(ValueError, match=r".*"):
            canonical(bad)


@pytest.mark.parametrize("path", ["name", "issued", "nation", "app", "minutes", "rehearsals"])
def test_any_change_is_seen(path: str) -> None:
    changed = json.loads(written(RECORD))
    value = changed["record"][path]
    changed["record"][path] = value + 1 if isinstance(value, int) else value.replace("2", "1") + ""
    if isinstance(value, str) and "2" not in value:
        changed["record"][path] = value + "x"
    found = check(json.dumps(changed).encode())
    assert found.verdict is Verdict.CHANGED
    assert found.code != PLAIN["code"]


@given(st.data())
def test_a_change_in_a_module_is_seen(data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(["title", "asked", "right", "scenes", "minutes", "practised"]))
    changed = json.loads(written(RECORD))
    module = changed["record"]["modules"][0]
    value = module[field]
    module[field] = data.draw(
        (st.integers(0, 99) if isinstance(value, int) else st.text(max_size=9)).filter(
            lambda new: new != value
        )
        if not isinstance(value, list)
        else st.lists(st.text(max_size=9), max_size=2).filter(lambda new: new != value)
    )
    assert check(json.dumps(changed).encode()).verdict is Verdict.CHANGED


def test_how_the_file_is_laid_out_does_not_matter() -> None:
    laid_out = "\ufeff" + json.dumps(PLAIN, indent=2).replace("\n", "\r\n")
    assert check(laid_out.encode()).verdict is Verdict.GOOD


def test_another_code_does_not_fit() -> None:
    other = code_of(replace(RECORD, name="Somebody").to_data())
    assert check(written(RECORD), other).verdict is Verdict.CHANGED
    assert check(written(RECORD), "0000").verdict is Verdict.CHANGED


def test_a_record_alone_waits_for_a_code() -> None:
    alone = canonical(RECORD.to_data())
    found = check(alone)
    assert (found.verdict, found.record) == (Verdict.NO_CODE, RECORD)
    assert check(alone, found.code).verdict is Verdict.GOOD


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b"null",
        b'{"code":"x","record":{}}',
        b'{"code":1,"record":{"format":"rse-lessons-certificate"}}',
        b'{"format":"rse-lessons-certificate","format":"rse-lessons-certificate"}',
        b"[" * 100_000,
        b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
        b'{"format":"' + FORMAT.encode() + b'","version":1}',
        b" " * (LARGEST + 1),
    ],
)
def test_what_is_no_record_is_said_to_be_none(content: bytes) -> None:
    assert check(content).verdict is Verdict.FOREIGN


@pytest.mark.parametrize(
    "change",
    [
        {"version": 0},
        {"version": "1"},
        {"version": True},
        {"issued": "22 November"},
        {"minutes": -1},
        {"minutes": 1.5},
        {"modules": {}},
        {"modules": [{}]},
        {"modules": [{**MODULE._asdict(), "practised": ["A"], "pupil": "x"}]},
        {"name": "x" * 201},
        {"pupil": "x"},
    ],
)
def test_a_record_of_another_shape_is_none(change: dict[str, object]) -> None:
    assert check(json.dumps({**PLAIN["record"], **change}).encode()).verdict is Verdict.FOREIGN


def test_a_newer_record_is_said_to_be_one() -> None:
    assert check(json.dumps({**PLAIN["record"], "version": 2}).encode()).verdict is Verdict.NEWER


@settings(max_examples=60)
@given(st.binary(max_size=200) | st.text(max_size=80).map(str.encode))
def test_nothing_that_is_in_a_file_makes_it_fail(content: bytes) -> None:
    assert check(content).verdict is not Verdict.GOOD
    assert check(b"%PDF-" + content).verdict is not Verdict.GOOD


@pytest.mark.parametrize("packed", [False, True])
def test_the_record_is_found_in_a_pdf(packed: bool) -> None:
    inside = zlib.compress(written(RECORD)) if packed else written(RECORD)
    other = zlib.compress(b"BT (Hello) Tj ET")
    pdf = b"%PDF-1.4\n1 0 obj <</Length 3>>\nstream\n" + other + b"\nendstream\nendobj\n"
    assert check(pdf).verdict is Verdict.NO_RECORD
    pdf += b"2 0 obj\n<</Filter /FlateDecode>>\nstream\r\n" + inside + b"\nendstream\nendobj\n%%EOF"
    found = check(pdf)
    assert (found.verdict, found.record) == (Verdict.GOOD, RECORD)
    assert check(pdf, "0000-0000-0000-0000").verdict is Verdict.CHANGED


def test_a_code_may_be_typed_as_people_type() -> None:
    assert tidy_code("o1il 0000 ABCD efgh") == "0111-0000-ABCD-EFGH"
    assert tidy_code("0111\u20130000\u2011ABCDEFGH") == "0111-0000-ABCD-EFGH"
    for bad in ("", "0111", "0111-0000-ABCD-EFGU", "0111-0000-ABCD-EFGHJ"):
        assert tidy_code(bad) == ""
