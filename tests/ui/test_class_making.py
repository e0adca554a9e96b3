"""From the library: a class is made, described and planned, in real records."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from rse_lessons.app import Main
from rse_lessons.ui.dialogs.new_class import ClassDialog
from rse_lessons.ui.dialogs.pick import PickWindow
from rse_lessons.ui.dialogs.plan import PlanWindow
from tests.ui.meanwhile import meanwhile


def make(main: Main, label: str, band: str) -> None:
    def fill(window: QDialog) -> None:
        assert isinstance(window, ClassDialog)
        window.name.setText(label)
        window.bands.row_of(band).click()
        window.more.click()
        window._details.days[2].click()
        window.add.click()

    meanwhile(fill)
    main.window.class_add_requested.emit()


def lessons_of(main: Main, band: str) -> list[str]:
    return [card.id for card in main.school.library.cards() if card.band == band]


def following(main: Main) -> list[str]:
    return [row.card_id for row in main.window.library.desk.rows if not row.isHidden()]


def test_a_class_is_made_with_its_days(main: Main) -> None:
    make(main, "7B", "ks3")
    info = main.summary.info("7B")
    assert (info.band, info.days) == ("ks3", (2,))
    assert main.school.preferences.class_label == "7B"
    assert following(main) == lessons_of(main, "ks3")[:2]


def test_a_plan_decides_what_comes_next(main: Main) -> None:
    make(main, "7B", "ks3")
    first, second, third, *_ = lessons_of(main, "ks3")

    def leave_out(window: QDialog) -> None:
        assert isinstance(window, PickWindow)
        window.choices.row_of("no-time").click()
        window.keep.click()

    def change(window: QDialog) -> None:
        assert isinstance(window, PlanWindow)
        window.list.setCurrentRow(2)
        window.list.shift(-2)
        window.list.setCurrentRow(1)
        assert window.list.current is not None
        assert window.list.current.lesson == first
        meanwhile(leave_out)
        window.skip.click()
        assert window.list.current.left_out
        window.close_button.click()

    meanwhile(change)
    main.window.class_kept_requested.emit("plan")
    assert following(main) == [third, second]
    assert main.summary.standing("7B", first).skipped == "no-time"
    assert main.store.snapshot().info("7B").plan[:3] == (third, first, second)


def test_a_class_of_another_nation_brings_its_nation_along(main: Main) -> None:
    make(main, "7B", "ks3")

    def describe(window: QDialog) -> None:
        assert isinstance(window, ClassDialog)
        assert window.name.text() == "7B"
        window._details.nation.chosen.emit("wls")
        window.add.click()

    meanwhile(describe)
    main.window.class_kept_requested.emit("about")
    assert main.store.snapshot().info("7B").nation == "wls"
    main.prefer(class_label="8 Hazel")
    main.prefer(nation="sct")
    main.window.class_chosen.emit("7B")
    assert main.school.nation.code == "wls"


def test_what_a_class_reads_is_asked_kept_and_stays_when_days_change(main: Main) -> None:
    make(main, "7B", "ks3")

    def read_two(window: QDialog) -> None:
        assert isinstance(window, ClassDialog)
        reads = window._details.reads
        assert not reads.how.isVisible()
        reads.first.chosen.emit("cy")
        reads.second.chosen.emit("en")
        reads.how.row_of("beside").click()
        window.add.click()

    meanwhile(read_two)
    main.window.class_kept_requested.emit("about")
    info = main.store.snapshot().info("7B")
    assert (info.language, info.second, info.arrangement, info.days) == ("cy", "en", "beside", (2,))

    def change_places(window: QDialog) -> None:
        assert isinstance(window, ClassDialog)
        assert window.languages == {"language": "cy", "second": "en", "arrangement": "beside"}
        window._details.reads.first.chosen.emit("en")
        assert window.languages == {"language": "en", "second": "cy", "arrangement": "beside"}
        window._details.days[3].click()
        window.add.click()

    meanwhile(change_places)
    main.window.class_kept_requested.emit("about")
    info = main.store.snapshot().info("7B")
    assert (info.language, info.second, info.arrangement, info.days) == ("en", "cy", "beside", (2, 3))

    def one_alone(window: QDialog) -> None:
        assert isinstance(window, ClassDialog)
        window._details.reads.second.chosen.emit("")
        window.add.click()

    meanwhile(one_alone)
    main.window.class_kept_requested.emit("about")
    info = main.store.snapshot().info("7B")
    assert (info.language, info.second, info.arrangement, info.days) == ("en", "", "", (2, 3))


def test_a_day_is_planned_and_taken_back(main: Main) -> None:
    make(main, "7B", "ks3")
    lesson = lessons_of(main, "ks3")[0]
    making = main.desks.class_making

    def keep_first(window: QDialog) -> None:
        assert isinstance(window, PickWindow)
        window.choices.rows[0].click()
        window.keep.click()

    meanwhile(keep_first)
    assert making.plan_day("7B", lesson, main.window)
    planned = main.summary.standing("7B", lesson).planned
    assert planned

    def no_day(window: QDialog) -> None:
        assert isinstance(window, PickWindow)
        assert window.value == planned
        window.choices.rows[-1].click()
        window.keep.click()

    meanwhile(no_day)
    assert making.plan_day("7B", lesson, main.window)
    assert main.summary.standing("7B", lesson).planned == ""
    main.store.record("lesson-skipped", lesson=lesson, class_label="7B", data={"reason": "other"})
    making.unskip("7B", lesson)
    assert main.summary.standing("7B", lesson).skipped == ""
