"""The page of profiles in Settings: what its buttons ask for is asked and done here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from rse_lessons.entrance.entering import Visit, begin_with
from rse_lessons.entrance.guarding import Guard
from rse_lessons.i18n.catalogues import retold, tr
from rse_lessons.school import School
from rse_lessons.settings.profile_list import Profile
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.dialogs.passcode import PasscodeDialog
from rse_lessons.ui.profiles.consent import removal
from rse_lessons.ui.profiles.naming import NameWindow
from rse_lessons.ui.settings.profiles_page import ProfilesPage, Whose
from rse_lessons.ui.theme import Theme


class Profiling(QObject):
    """Does what one page asks for, as long as that page is there."""

    def __init__(
        self,
        page: ProfilesPage,
        visit: Visit,
        guard: Guard,
        school: School,
        *,
        theme: Callable[[], Theme],
        languages: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(page)
        self._page, self._visit, self._guard, self._school = page, visit, guard, school
        self._theme, self._languages = theme, languages
        page.asked.connect(self.do)
        visit.profiles.look()
        self.show()

    def show(self) -> None:
        """Say on the page what is true now."""
        own = self._own()
        names = [one.name or tr("Without a name") for one in self._visit.profiles.all if one.id != own.id]
        guarded, minutes = self._visit.passcode.is_set, self._school.preferences.lock_minutes
        self._page.show_profiles(Whose(own.name, guarded, minutes, names))

    def do(self, what: str) -> None:
        """Do what a button asks for."""
        ways = {
            "rename": self._rename,
            "passcode": self._set_passcode,
            "no-passcode": lambda: self._set_passcode(remove=True),
            "lock": self._guard.lock,
            "add": self._add,
            "change": self._change,
            "remove": self._remove,
        }
        ways[what]()
        self.show()

    def _own(self) -> Profile:
        found = self._visit.profiles.get(self._visit.profile_id)
        return found if found is not None else Profile(self._visit.profile_id)

    def _parent(self) -> QWidget:
        return self._page.window()

    def _rename(self) -> None:
        own, profiles = self._own(), self._visit.profiles
        asked = NameWindow(
            self._theme(),
            lambda name: profiles.fault(name, own.id),
            name=own.name,
            new=False,
            parent=self._parent(),
        )
        if asked.exec():
            self._try(lambda: profiles.rename(own.id, asked.name))
        asked.deleteLater()

    def _set_passcode(self, *, remove: bool = False) -> None:
        lock = self._visit.passcode
        asked = PasscodeDialog(self._theme(), lock, self._parent(), remove=remove, profile=True)
        asked.exec()
        asked.deleteLater()
        self._guard.follow()

    def _add(self) -> None:
        own, profiles, preferences = self._own(), self._visit.profiles, self._school.preferences
        asked = NameWindow(
            self._theme(),
            profiles.fault,
            own=None if own.name else lambda name: profiles.fault(name, own.id),
            languages=self._languages,
            language=preferences.language,
            parent=self._parent(),
        )
        if asked.exec():
            self._try(lambda: self._make(asked, own))
        asked.deleteLater()

    def _make(self, asked: NameWindow, own: Profile) -> None:
        profiles = self._visit.profiles
        if asked.own_name:
            profiles.rename(own.id, asked.own_name)
        profiles.add(
            asked.name, asked.language, begin_with(self._school.preferences, language=asked.language)
        )

    def _change(self) -> None:
        words = tr(
            "RSE Lessons closes, starts again and asks who is teaching. What is recorded is stored; what you "
            "are typing somewhere and have not kept is lost."
        )
        answers = [("go", tr("Change the profile")), ("", tr("Not now"))]
        question = Question(self._theme(), tr("Change the profile?"), words, answers, self._parent())
        question.exec()
        question.deleteLater()
        if question.answer == "go":
            self._visit.leave()

    def _remove(self) -> None:
        asked = removal(self._theme(), self._own().name, self._parent())

        def remove() -> None:
            try:
                self._visit.profiles.condemn(self._visit.profile_id)
            except (OSError, ValueError) as error:
                asked.fail(_sentence(error))
            else:
                asked.accept()

        asked.confirmed.connect(remove)
        if asked.exec():
            self._visit.leave()
        asked.deleteLater()

    def _try(self, work: Callable[[], object]) -> None:
        """Do something with the list; say it in a window when that is not possible."""
        try:
            work()
        except (OSError, ValueError) as error:
            question = Question(
                self._theme(),
                tr("That was not possible."),
                _sentence(error),
                [("", tr("Close"))],
                self._parent(),
            )
            question.exec()
            question.deleteLater()


def _sentence(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return tr(
            "The list of profiles could not be written ({reason}). Nothing is lost; ask whoever looks after "
            "this PC to let you write there."
        ).format(reason=error.strerror or error)
    return retold(error.args[0])
