"""The progress page: what it says, how it is walked through, and what it asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from rse_lessons.ui.progress.page import ProgressPage
from rse_lessons.ui.progress.table import PaintedTable
from rse_lessons.ui.theme import load_theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.words import Words
from tests.ui_progress.conftest import FAKED, IMAGE, PICTURE, Year


def said(page: ProgressPage, label: str, lesson: str) -> str:
    return str(page.grid.grid.find(label, lesson).data(Qt.ItemDataRole.AccessibleTextRole))


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Words) if not label.isHidden())


def button(page: ProgressPage, name: str) -> Button:
    return next(one for one in page.panel.buttons if one.accessibleName() == name)


def go(page: ProgressPage, label: str, lesson: str = "") -> None:
    page.grid.setFocus()
    page.grid.setCurrentIndex(page.grid.grid.find(label, lesson))


def press(table: PaintedTable, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(table, key)


def here(page: ProgressPage) -> tuple[str, str]:
    now = page.grid.currentIndex()
    row, line = page.grid.grid.known(now.row()), page.grid.grid.lesson(now)
    return (row.known.label if row else "", line.id if line else "")


# What it says


def test_every_cell_says_all_of_itself(busy: Year) -> None:
    page = busy.open()
    assert said(page, "7B", IMAGE) == (
        "7B, If somebody shares a picture, taught on 3 November, before 12 of 26, after 25 of 39"
    )
    slides = len(busy._slides(PICTURE))
    assert said(page, "4 Maple", PICTURE) == (
        f"4 Maple, My picture, your choice, begun, stopped on 17 November, slide 7 of {slides}"
    )
    assert said(page, "8 Hazel", FAKED) == ("8 Hazel, Faked but harmful, planned for 30 November, comes next")
    assert said(page, "8 Hazel", IMAGE) == (
        "8 Hazel, If somebody shares a picture, left out, the lead asked to wait"
    )
    assert said(page, "7B", FAKED) == "7B, Faked but harmful, not yet, comes next"


def test_a_count_under_five_is_said_as_such(year: Year) -> None:
    year.a_class("7B", "ks3")
    year.teach(IMAGE, "7B", before=None, after=21)
    told = said(year.open(), "7B", IMAGE)
    assert "before fewer than 5, after 21 of 35" in told


def test_a_screen_reader_finds_a_table_with_its_cells(busy: Year) -> None:
    page = busy.open()
    table = QAccessible.queryAccessibleInterface(page.grid)
    assert isinstance(table, QAccessibleInterface)
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Classes and lessons"
    names = {table.child(place).text(QAccessible.Text.Name) for place in range(table.childCount())}
    assert said(page, "7B", IMAGE) in names
    assert "4 Maple. Next: Friends online and off" in names


def test_the_desk_says_what_there_is_so_far(busy: Year) -> None:
    page = busy.open()
    text = page.desk.so_far.text()
    assert "1 lesson has been taught." in text
    assert "1 lesson is part way." in text
    assert "31 August" in page.desk.note.text()


def test_in_scotland_the_year_and_the_day_of_clearing_are_its_own(busy: Year) -> None:
    busy.school.prefer(nation="sct")
    page = busy.open()
    assert page.year is not None
    assert page.year.first.month == 8
    assert "30 June" in page.desk.note.text()


def test_without_a_class_there_is_a_way_in(year: Year) -> None:
    page = year.open()
    wanted = QSignalSpy(year.progressing.page.new_class_wanted)
    assert page.empty.isVisible()
    assert not page.desk.export.isEnabled()
    page.empty.button.click()
    assert wanted.count() == 1
    year.a_class("7B", "ks3")
    year.progressing.show_again()
    assert page.stack.currentWidget() is page.grid


# The keyboard


def test_arrows_home_end_and_letters_walk_through_the_grid(busy: Year) -> None:
    page = busy.open()
    go(page, "7B")
    press(page.grid, Qt.Key.Key_Right)
    assert here(page) == ("7B", FAKED)
    press(page.grid, Qt.Key.Key_Down)
    assert here(page) == ("8 Hazel", FAKED)
    press(page.grid, Qt.Key.Key_End)
    last = page.grid.grid.section(page.grid.currentIndex().row()).lessons[-1].id
    assert here(page) == ("8 Hazel", last)
    press(page.grid, Qt.Key.Key_Home)
    assert here(page) == ("8 Hazel", "")
    QTest.keyClicks(page.grid, "4 m")
    assert here(page) == ("4 Maple", "")


def test_letters_keep_to_the_lesson(busy: Year) -> None:
    page = busy.open()
    go(page, "7B", FAKED)
    QTest.keyClicks(page.grid, "8")
    assert here(page) == ("8 Hazel", FAKED)


def test_tab_leaves_the_grid(busy: Year) -> None:
    page = busy.open()
    busy.window.activateWindow()
    go(page, "7B")
    QTest.keyClick(page.grid, Qt.Key.Key_Tab)
    assert not page.grid.hasFocus()


def test_enter_opens_beside_and_escape_comes_back(busy: Year) -> None:
    page = busy.open(1920, 1080)
    busy.window.activateWindow()
    go(page, "4 Maple", PICTURE)
    press(page.grid, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert page.middle.isVisible()
    held = QApplication.focusWidget()
    assert held is not None
    assert page.panel.isAncestorOf(held)
    QTest.keyClick(held, Qt.Key.Key_Escape)
    assert page.panel.isHidden()
    assert page.grid.hasFocus()
    assert here(page) == ("4 Maple", PICTURE)


def test_with_little_room_the_panel_takes_the_place_of_the_grid(busy: Year) -> None:
    busy.theme = load_theme("light", 2.0)
    page = busy.open()
    busy.window.set_theme(busy.theme)
    QApplication.processEvents()
    page.open_details("4 Maple", PICTURE)
    QApplication.processEvents()
    assert page.panel.isVisible()
    assert page.middle.isHidden()
    page.close_details()
    assert page.middle.isVisible()


def test_large_text_scrolls_down_only_and_the_keyboard_stays(busy: Year) -> None:
    page = busy.open()
    go(page, "4 Maple", PICTURE)
    busy.theme = load_theme("light", 2.0)
    busy.window.set_theme(busy.theme)
    QApplication.processEvents()
    assert here(page) == ("4 Maple", PICTURE)
    for name, table in page.views.items():
        page.show_view(name)
        QApplication.processEvents()
        assert table.horizontalScrollBar().maximum() == 0
    days = page.calendar.year
    today = days.row_of(days.planner.today)
    assert days.planner.today in [day.day for day in days.days(today)]


def test_a_click_opens_the_cell_that_is_seen(busy: Year) -> None:
    page = busy.open(1920, 1080)
    place = page.grid.visualRect(page.grid.grid.find("7B", IMAGE)).center()
    QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "7B: If somebody shares a picture" in words(page.panel)


def test_heads_and_classes_stay_in_sight_and_can_be_pressed_there(busy: Year) -> None:
    for number in range(12):
        busy.a_class(f"9{chr(65 + number)}", "ks3")
    page = busy.open()
    page.desk.other_ages.setChecked(True)
    QApplication.processEvents()
    page.grid.verticalScrollBar().setValue(page.grid.verticalScrollBar().maximum())
    page.grid.horizontalScrollBar().setValue(page.grid.horizontalScrollBar().maximum())
    left, top = page.grid.taken()
    assert left > 0
    assert top > 0
    corner = page.grid.indexAt(QPoint(left + 40, top // 2))
    assert page.grid.is_head(corner.row())
    beside = page.grid.indexAt(QPoint(left // 2, page.grid.viewport().height() - 60))
    assert beside.column() == 0
    opened = QSignalSpy(busy.progressing.page.lesson_wanted)
    QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(left + 40, top - 20))
    assert opened.count() == 1


def test_what_has_the_keyboard_is_never_covered(busy: Year) -> None:
    for number in range(12):
        busy.a_class(f"9{chr(65 + number)}", "ks3")
    page = busy.open()
    page.desk.other_ages.setChecked(True)
    grid = page.grid
    go(page, "9L")
    press(grid, *[Qt.Key.Key_Right] * 12)
    press(grid, *[Qt.Key.Key_Up] * 9)
    press(grid, *[Qt.Key.Key_Left] * 9)
    rect, (left, top) = grid.visualRect(grid.currentIndex()), grid.taken()
    assert rect.left() >= left
    assert rect.top() >= top
    assert grid.viewport().rect().contains(rect)


# What it asks for


def test_a_class_goes_on_where_it_stopped(busy: Year) -> None:
    page = busy.open()
    wanted = QSignalSpy(busy.progressing.page.present_wanted)
    page.open_details("4 Maple", PICTURE)
    button(page, "Go on from slide 7").click()
    button(page, "Start again").click()
    assert [wanted.at(place) for place in range(2)] == [["4 Maple", PICTURE, 6], ["4 Maple", PICTURE, 0]]


def test_a_day_can_be_planned_and_a_lesson_left_out_and_taken_in(busy: Year) -> None:
    page = busy.open()
    planned, skipped = QSignalSpy(page.plan_day_wanted), QSignalSpy(page.skip_wanted)
    taken_in = QSignalSpy(page.unskip_wanted)
    page.open_details("7B", FAKED)
    button(page, "Plan a day…").click()
    button(page, "Leave it out…").click()
    page.open_details("8 Hazel", FAKED)
    button(page, "Change the day…").click()
    page.open_details("8 Hazel", IMAGE)
    button(page, "Take it in again").click()
    assert [planned.at(place) for place in range(planned.count())] == [["7B", FAKED], ["8 Hazel", FAKED]]
    assert skipped.at(0) == ["7B", FAKED]
    assert taken_in.at(0) == ["8 Hazel", IMAGE]


def test_a_class_says_what_comes_next_and_leads_to_its_plan(busy: Year) -> None:
    page = busy.open()
    presented, planned = QSignalSpy(page.present_wanted), QSignalSpy(page.plan_wanted)
    changed = QSignalSpy(page.class_wanted)
    page.open_details("7B", "")
    assert "Lessons taught: 1 of 4" in words(page.panel)
    assert "Next: Faked but harmful" in words(page.panel)
    button(page, "Present it").click()
    button(page, "Plan its lessons…").click()
    button(page, "Change the class…").click()
    assert presented.at(0) == ["7B", FAKED, 0]
    assert (planned.at(0), changed.at(0)) == (["7B"], ["7B"])


def test_all_figures_of_a_lesson_taught_stand_beside(busy: Year) -> None:
    page = busy.open()
    page.open_details("7B", IMAGE)
    text = words(page.panel)
    assert "Hands" in text
    assert "Time for each stage" in text
    names = [child.accessibleName() for child in page.panel.findChildren(QWidget)]
    assert any(name.endswith("Before 12, After 25") for name in names)
    assert any(name.startswith("Explore: ") and "planned" in name for name in names)


def test_the_panel_follows_the_records(busy: Year) -> None:
    page = busy.open()
    page.open_details("7B", FAKED)
    assert "Part way" not in words(page.panel)
    busy.begin(FAKED, "7B", 4)
    busy.progressing.show_again()
    assert "Part way" in words(page.panel)


def test_a_lesson_given_meanwhile_is_there_when_the_window_comes_back(busy: Year) -> None:
    page = busy.open()
    busy.window.hide()
    busy.teach(FAKED, "7B")
    busy.progressing.show_again()
    busy.window.show()
    assert "taught on 17 November" in said(page, "7B", FAKED)


def test_made_ahead_it_stays_out_of_sight_and_opens_with_what_is_kept_then(busy: Year) -> None:
    busy.window.show()
    busy.progressing.warm()
    QApplication.processEvents()
    assert not busy.page.isVisible()
    busy.begin(FAKED, "7B", 4)
    page = busy.open()
    assert page.isVisible()
    assert "begun" in said(page, "7B", FAKED)


def test_a_lesson_that_is_gone_can_be_read_and_not_presented(year: Year) -> None:
    year.a_class("7B", "ks3")
    year.store.record("started", lesson="of-our-own", class_label="7B", data={"slides": 9, "slide": 0})
    page = year.open()
    page.open_details("7B", "of-our-own")
    assert "no longer in the library" in words(page.panel)
    assert not page.panel.buttons


# What is shown


def test_bars_lessons_not_taught_and_other_ages_can_be_chosen(busy: Year) -> None:
    page = busy.open()
    lessons = page.grid.grid.columnCount()
    tall = page.grid.rowHeight(1)
    page.desk.hands.setChecked(False)
    assert page.grid.rowHeight(1) < tall
    page.desk.not_taught.setChecked(False)
    assert page.grid.grid.columnCount() < lessons
    page.desk.other_ages.setChecked(True)
    page.desk.not_taught.setChecked(True)
    assert page.grid.grid.columnCount() == 1 + len(busy.school.library.cards())


def test_another_school_year_can_be_chosen(year: Year) -> None:
    year.a_class("7B", "ks3")
    year.on("2025-11-03")
    year.teach(IMAGE, "7B")
    page = year.open()
    assert "not yet" in said(page, "7B", IMAGE)
    page.desk.year.chosen.emit("2025-09-01")
    assert "taught on 3 November" in said(page, "7B", IMAGE)


def test_the_calendar_names_days_and_opens_them(busy: Year) -> None:
    page = busy.open()
    page.chips["calendar"].click()
    model = page.calendar.year
    row = model.row_of(page.known.today.replace(day=3)) if page.known else -1
    day = model.index(row, 1)
    told = "Tuesday 3 November. 7B: If somebody shares a picture, taught"
    assert day.data(Qt.ItemDataRole.AccessibleTextRole) == told
    page.calendar.opened.emit(day)
    button(page, "7B: If somebody shares a picture, taught").click()
    assert "Time for each stage" in words(page.panel)


def test_the_calendar_begins_at_today(busy: Year) -> None:
    page = busy.open()
    busy.window.activateWindow()
    page.show_view("calendar")
    page.calendar.setFocus()
    now = page.calendar.year.day(page.calendar.currentIndex())
    assert now is not None
    assert page.known is not None
    assert now.day == page.known.today
    QTest.keyClick(page.calendar, Qt.Key.Key_Left)
    now = page.calendar.year.day(page.calendar.currentIndex())
    assert now is not None
    assert now.day.day == 18


def test_the_curriculum_says_for_each_class_what_it_was_taught(busy: Year) -> None:
    page = busy.open()
    page.show_view("curriculum")
    model = page.curriculum.curriculum
    labels = [known.label for known in model.matrix.classes]
    column = labels.index("7B") + 1
    told = [
        str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
        if not page.curriculum.is_head(row)
    ]
    assert model.matrix.taught("7B") == sum(one.startswith("7B. Taught. ") for one in told) > 0
    assert any(one.startswith("7B. To come. ") for one in told)
    row = next(row for row in range(model.rowCount()) if not page.curriculum.is_head(row))
    page.curriculum.opened.emit(model.index(row, 0))
    statement = model.statement(row)
    assert statement is not None
    assert statement.statement.text in words(page.panel)


def test_a_class_of_another_nation_is_not_in_this_curriculum(busy: Year) -> None:
    data = {"band": "ks3", "nation": "wls", "language": "", "days": []}
    busy.store.record("class-described", class_label="7B", data=data)
    page = busy.open()
    page.show_view("curriculum")
    labels = [known.label for known in page.curriculum.curriculum.matrix.classes]
    assert labels == ["4 Maple", "8 Hazel"]


# How it looks


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.5), ("high-contrast", 2.0)])
def test_every_view_is_painted_in_every_look(busy: Year, theme: str, scale: float) -> None:
    page = busy.open()
    busy.theme = load_theme(theme, scale)
    busy.window.set_theme(busy.theme)
    ground = busy.theme.colour("ground").rgb()
    for view in ("classes", "calendar", "curriculum"):
        page.show_view(view)
        QApplication.processEvents()
        picture = page.views[view].viewport().grab().toImage()
        places = ((x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7))
        assert len({picture.pixel(x, y) for x, y in places} - {ground}) > 3, view


@pytest.mark.parametrize("width", [1280, 1920])
def test_bars_of_one_count_are_as_long_in_every_cell(year: Year, width: int) -> None:
    """A cell that says "fewer than 5" beside its bar uses the same scale as the others."""
    for label, before in (("7A", 12), ("7B", None)):
        year.a_class(label, "ks3")
        year.teach(IMAGE, label, before=before, after=20)
    page = year.open(width, 1080)
    lengths = []
    for label in ("7A", "7B"):
        index = page.grid.grid.find(label, IMAGE)
        picture = page.grid.viewport().grab(page.grid.visualRect(index)).toImage()
        colour = year.theme.band("ks3").fill.rgb()
        rows = [
            sum(picture.pixel(x, y) == colour for x in range(picture.width()))
            for y in range(picture.height())
        ]
        lengths.append(max(rows))
    assert lengths[0] == lengths[1] > 20


def test_no_control_is_wider_than_its_place_with_large_text(busy: Year) -> None:
    page = busy.open()
    busy.theme = load_theme("light", 2.0)
    busy.window.set_theme(busy.theme)
    QApplication.processEvents()
    assert page.legend.isHidden()
    assert page.desk.legend.isVisible()
    for chip in page.chips.values():
        assert chip.visibleRegion().boundingRect().size() == chip.size()
    page.open_details("4 Maple", PICTURE)
    QApplication.processEvents()
    for one in page.panel.buttons:
        assert one.width() <= page.panel.column.viewport().width()


# Out of the program


def test_it_is_saved_as_table_data_and_pdf(busy: Year, tmp_path: Path) -> None:
    busy.open()
    for how, begins in (("csv", b"\xef\xbb\xbfclass,"), ("json", b"{"), ("pdf", b"%PDF")):
        target = tmp_path / f"out.{how}"
        busy.progressing.save(target, how)
        assert target.read_bytes().startswith(begins)
    assert all(f"out.{how}" in told for how, told in zip(("csv", "json", "pdf"), busy.told, strict=True))
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert "7B,ks3,,if-an-image-is-shared,If somebody shares a picture,taught,2026-11-03" in text


def test_each_view_goes_onto_paper_with_its_own_words(busy: Year, tmp_path: Path) -> None:
    from pypdf import PdfReader

    page = busy.open()
    found = {}
    for view in page.views:
        page.show_view(view)
        target = tmp_path / f"{view}.pdf"
        busy.progressing.save(target, "pdf")
        found[view] = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(target).pages).split())
    assert "Taught, 3 November; before 12, after 25" in found["classes"]
    assert "Part way, 17 November" in found["classes"]
    assert "Tuesday 3 November" in found["calendar"]
    assert "planned" in found["calendar"]
    assert "P-OSA-1" in found["curriculum"]


def test_a_label_is_no_markup_on_paper(year: Year, tmp_path: Path) -> None:
    from pypdf import PdfReader

    year.a_class("7*B* [x](y)", "ks3")
    year.open()
    year.progressing.save(tmp_path / "one.pdf", "pdf")
    text = " ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "one.pdf").pages)
    assert "7*B* [x](y)" in " ".join(text.split())


def test_all_of_it_is_copied_as_a_picture(busy: Year) -> None:
    page = busy.open()
    page.desk.other_ages.setChecked(True)
    page.export_wanted.emit("picture")
    copied = QApplication.clipboard().image()
    assert copied.width() > page.grid.viewport().width()
    assert busy.told == ["The picture is copied. Paste it where you need it."]


def test_a_file_that_cannot_be_written_is_said(busy: Year, tmp_path: Path) -> None:
    from tests.ui.meanwhile import meanwhile

    busy.open()
    seen = meanwhile(lambda window: window.reject())
    busy.progressing.save(tmp_path / "nowhere" / "out.pdf", "pdf")
    assert len(seen) == 1
    assert busy.told == []


def test_a_click_beside_all_cells_opens_nothing(busy: Year) -> None:
    page = busy.open(1920, 1080)
    assert page.grid.indexAt(QPoint(5, page.grid.viewport().height() + 500)) == QModelIndex()
    below = QPoint(page.grid.viewport().width() - 5, page.grid.viewport().height() - 5)
    QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert page.panel.isHidden()
