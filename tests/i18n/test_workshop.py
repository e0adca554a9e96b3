"""The commands, on a small program of a lesson and a module: begin a language, translate, review, change."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from rse_lessons.i18n.po import Catalogue, Entry, read, write
from rse_lessons.i18n.review import (
    ROLES,
    Review,
    ReviewError,
    Standing,
    as_toml,
    load_reviews,
    reviewed,
    standing,
)
from tests.i18n.i18n_fixtures import LESSON, MODULE, ROOT, I18n, i18n_of, pseudo, small_program

SOURCE = 'def f(n):\n    return tr("Present"), ntr("{count} slide", "{count} slides", n)\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "content/primary/ask.md": LESSON,
        "content/training/words.md": MODULE,
        "rse_lessons/a.py": SOURCE,
        "translations/glossary.toml": (ROOT / "translations/glossary.toml").read_text(encoding="utf-8"),
    }
    return small_program(tmp_path, files)


@pytest.fixture
def i18n(root: Path, monkeypatch: pytest.MonkeyPatch) -> I18n:
    return i18n_of(root, monkeypatch)


def po(root: Path, name: str, tag: str = "cy") -> Path:
    return root / "translations" / tag / f"{name}.po"


def translate(file: Path, only: Callable[[Entry], bool] = lambda _: True) -> None:
    """Do as a translator does: fill in what is empty and save."""
    found = read(file.read_text(encoding="utf-8"))
    done = tuple(
        Entry(
            entry.msgid,
            entry.context,
            entry.plural,
            tuple(pseudo(entry.plural or entry.msgid) for _ in entry.strings)
            if only(entry)
            else entry.strings,
            entry.flags,
            extracted=entry.extracted,
            references=entry.references,
        )
        for entry in found.entries
    )
    file.write_text(write(Catalogue(found.header, done, found.comments)), encoding="utf-8")


def test_templates_are_written_and_hold_everything(
    root: Path, i18n: I18n, capsys: pytest.CaptureFixture[str]
) -> None:
    assert i18n("extract", "--to", str(root / "out")) == 0
    assert sorted(path.relative_to(root / "out").as_posix() for path in (root / "out").rglob("*.pot")) == [
        *("lessons/ask.pot", "training/words.pot", "ui.pot"),
    ]
    text = (root / "out/lessons/ask.pot").read_text(encoding="utf-8")
    assert "#. Slide 3: Quiz · quiz · read by pupils\n" in text
    assert "#: content/primary/ask.md:" in text
    assert 'msgctxt "ask/when/always/why"\nmsgid "Yes."\nmsgstr ""' in text
    assert "Keep as it is: {{term:safeguarding-lead}}" in text
    assert "3 templates with" in capsys.readouterr().out
    before = {path: path.read_bytes() for path in (root / "out").rglob("*.pot")}
    assert i18n("extract", "--to", str(root / "out")) == 0
    assert {path: path.read_bytes() for path in (root / "out").rglob("*.pot")} == before


def test_a_language_begins_with_one_command_and_is_not_offered_while_empty(
    root: Path, i18n: I18n, capsys: pytest.CaptureFixture[str]
) -> None:
    assert i18n("update", "sco") == 0
    assert po(root, "ui", "sco").is_file()
    assert read(po(root, "ui", "sco").read_text(encoding="utf-8")).header["Language"] == "sco"
    capsys.readouterr()
    assert i18n("status") == 0
    assert capsys.readouterr().out == "Begun, with nothing translated yet, and not offered: sco.\n"
    assert i18n("status", "--json") == 0
    assert json.loads(capsys.readouterr().out)["sco"]["offered"] is False
    assert i18n("check") == 0


def test_a_language_that_nobody_described_says_so(
    root: Path, i18n: I18n, capsys: pytest.CaptureFixture[str]
) -> None:
    assert i18n("update", "br") == 0
    assert "Nobody has described br yet" in capsys.readouterr().out
    file = po(root, "ui", "br")
    forms = "nplurals=3; plural=(n==1?0:n==2?1:2);"
    text = file.read_text(encoding="utf-8").replace("nplurals=2; plural=(n != 1);", forms)
    file.write_text(text, encoding="utf-8")
    assert i18n("update", "br") == 0
    assert forms in file.read_text(encoding="utf-8")
    assert 'msgstr[2] ""' in file.read_text(encoding="utf-8")


def test_what_is_translated_is_counted_and_stays(
    root: Path, i18n: I18n, capsys: pytest.CaptureFixture[str]
) -> None:
    i18n("update", "cy")
    for name in ("ui", "lessons/ask"):
        translate(po(root, name))
    text = po(root, "lessons/ask").read_bytes()
    assert i18n("update") == 0
    assert po(root, "lessons/ask").read_bytes() == text
    capsys.readouterr()
    i18n("status", "--json")
    counts = json.loads(capsys.readouterr().out)["cy"]
    assert counts["offered"]
    ask = counts["catalogues"]["lessons/ask"]
    assert (ask["standing"], ask["missing"], ask["stale"], ask["safety-missing"]) == ("draft", 0, 0, 0)
    assert ask["words"] == ask["all-words"] > 50
    assert counts["catalogues"]["training/words"]["standing"] == "missing"
    i18n("status")
    table = capsys.readouterr().out
    assert "Cymraeg (cy)" in table
    assert "1 of 1" in table


def test_changed_english_is_stale_at_once_and_a_slip_is_not(
    root: Path, i18n: I18n, capsys: pytest.CaptureFixture[str]
) -> None:
    i18n("update", "cy")
    translate(po(root, "lessons/ask"))
    lesson = root / "content/primary/ask.md"
    lesson.write_text(LESSON.replace("Gran chooses,", "Gran choses,"), encoding="utf-8")
    i18n("minor-edit", "ask")
    assert "1 translations carried over, 0 left stale." in capsys.readouterr().out
    lesson.write_text(LESSON.replace("For Wales.", "Only in other places."), encoding="utf-8")
    i18n("status", "--json")
    counts = json.loads(capsys.readouterr().out)["cy"]["catalogues"]["lessons/ask"]
    assert counts["stale"] == 2  # both slips are back as they were, and one sentence is another
    assert i18n("minor-edit", "ask") == 1
    assert i18n("update") == 0
    assert "1 stale" in capsys.readouterr().out
    assert i18n("check") == 1
    assert "ask/at-do-we-ask/wls/text: The English has changed" in capsys.readouterr().out
    assert i18n("minor-edit", "nothing") == 1


def test_check_names_what_is_wrong_with_its_file(
    root: Path, i18n: I18n, capsys: pytest.CaptureFixture[str]
) -> None:
    i18n("update", "cy")
    file = po(root, "lessons/ask")
    translate(file, lambda entry: entry.msgid != "Asking is never too late.")
    text = file.read_text(encoding="utf-8").replace("nplurals=6", "nplurals=5")
    text = text.replace(pseudo("Take it"), pseudo("Ask"))
    file.write_text(text.replace("{{term:safeguarding-lead}}. Gîvê", "Gîvê"), encoding="utf-8")
    assert i18n("check", "cy") == 1
    said = capsys.readouterr().out
    assert f"{file}: error: Plural-Forms has to be nplurals=6;" in said
    assert "error: ask/before/tell: “{{term:safeguarding-lead}}” has to stand" in said
    assert "error: ask/fox/start/prompt: It stays English" in said
    assert "advice: ask/before/tell: 2 passages about help" in said


@pytest.mark.parametrize("words", [("update", "EN"), ("update", "en")])
def test_what_is_no_language_is_refused(
    i18n: I18n, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert i18n(*words) == 1
    assert "is not the tag of a language" in capsys.readouterr().err


def test_a_damaged_catalogue_is_told_and_left_alone(
    root: Path, i18n: I18n, capsys: pytest.CaptureFixture[str]
) -> None:
    i18n("update", "cy")
    po(root, "ui").write_text('msgid "a\n', encoding="utf-8")
    assert i18n("update") == 1
    assert "ui.po cannot be read. Line 1" in capsys.readouterr().err
    assert po(root, "ui").read_text(encoding="utf-8") == 'msgid "a\n'


def test_a_review_holds_for_the_words_that_were_read(root: Path, i18n: I18n) -> None:
    i18n("update", "cy")
    file = po(root, "lessons/ask")
    translate(file)
    catalogue = read(file.read_text(encoding="utf-8"))
    review = reviewed(catalogue, "fluent-teacher", date(2026, 11, 22))
    assert standing(catalogue, review) is Standing.REVIEWED
    assert standing(catalogue, None) is Standing.DRAFT
    assert standing(None, review) is Standing.MISSING
    reviews = root / "translations/cy/review.toml"
    reviews.write_text(as_toml({"lessons/ask": review}), encoding="utf-8")
    assert load_reviews(reviews) == {"lessons/ask": review}
    translate(file, lambda _: False)
    changed = file.read_text(encoding="utf-8").replace("Qûîz", "Cwîs")
    assert standing(read(changed), review) is Standing.CHANGED


def test_a_slip_put_right_keeps_a_review(root: Path, i18n: I18n) -> None:
    i18n("update", "cy")
    file = po(root, "lessons/ask")
    translate(file)
    review = reviewed(read(file.read_text(encoding="utf-8")), "reviewer", date(2026, 11, 22))
    reviews = root / "translations/cy/review.toml"
    reviews.write_text(as_toml({"lessons/ask": review}), encoding="utf-8")
    lesson = root / "content/primary/ask.md"
    lesson.write_text(LESSON.replace("Gran chooses,", "Gran choses,"), encoding="utf-8")
    assert i18n("minor-edit", "ask") == 0
    kept = load_reviews(reviews)["lessons/ask"]
    assert kept != review
    assert standing(read(file.read_text(encoding="utf-8")), kept) is Standing.REVIEWED


def test_reviews_are_by_roles_and_never_by_names(tmp_path: Path) -> None:
    catalogue = Catalogue({}, (Entry("a", "b", strings=("c",)),))
    with pytest.raises(ReviewError, match="There is no role"):
        reviewed(catalogue, "Mrs Jones", date(2026, 11, 22))
    file = tmp_path / "review.toml"
    for role, state in (("Mrs Jones", "reviewed"), (ROLES[0], "finished")):
        file.write_text(
            f'["a"]\nstate = "{state}"\nby = "{role}"\non = 2026-11-22\nsum = "x"\n', encoding="utf-8"
        )
        with pytest.raises(ReviewError, match="cannot be used"):
            load_reviews(file)
    file.write_text(as_toml({"a": Review(False, ROLES[0], date(2026, 11, 22), "x")}), encoding="utf-8")
    assert standing(catalogue, load_reviews(file)["a"]) is Standing.DRAFT
