"""What fails inside a window that waits for an answer fails the test, and holds nothing up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.letting_go import letting_go
from tests.ui.meanwhile import meanwhile


class Insistent(QDialog):
    """Does not let itself be closed."""

    def done(self, result: int) -> None:
        pass


def fail(*_window: object) -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize("kind", [QDialog, Insistent])
def test_a_window_is_closed_when_a_step_in_it_fails(qtbot: QtBot, kind: type[QDialog]) -> None:
    first, second = kind(), kind()
    with qtbot.capture_exceptions() as faults, letting_go():
        seen = meanwhile(fail, lambda window: window.setWindowTitle("reached"))
        first.exec()
        second.exec()  # nobody does anything in it either
    assert [kind for kind, _fault, _trace in faults] == [ZeroDivisionError]
    assert seen == [first]
    assert second.windowTitle() == ""


def test_a_window_is_closed_that_opens_after_the_fault(qtbot: QtBot) -> None:
    window = QDialog()
    with qtbot.capture_exceptions() as faults, letting_go():
        QTimer.singleShot(0, fail)
        qtbot.waitUntil(lambda: bool(faults))
        window.exec()
        QMenu(window).exec()
    assert not window.isVisible()


def test_without_a_fault_nothing_is_closed(qtbot: QtBot) -> None:
    window = QDialog()
    with letting_go():
        meanwhile(lambda dialog: QTimer.singleShot(50, dialog.accept))
        assert window.exec() == QDialog.DialogCode.Accepted


@pytest.mark.usefixtures("qtbot")
def test_a_step_waits_for_no_window_of_another_test(monkeypatch: pytest.MonkeyPatch) -> None:
    window = QDialog()
    QTimer.singleShot(50, window.accept)
    seen = meanwhile(QDialog.reject)
    monkeypatch.setenv("PYTEST_CURRENT_TEST", "the next one (call)")
    assert window.exec() == QDialog.DialogCode.Accepted
    assert seen == []
