"""Before a rehearsal and after it: how many moments are to come up, and how it went."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.presenting.report import Report
from rse_lessons.training.rehearsal import FEW, MANY, USUAL, Met
from rse_lessons.ui.dialogs.report import stage_grid
from rse_lessons.ui.report_words import whole_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words

AGAIN = 2
"""How the summary ends when the teacher wants to rehearse once more."""


class BeforeRehearsal(SmallWindow):
    """Says what a rehearsal is and asks how many moments are to come up."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, wide=640, parent=parent)
        self._title = title
        self.words = Words(theme)
        self.moments = Choices(theme, columns=2)
        self.begin = Button(theme, kind="primary", icon="play")
        self.leave = Button(theme)
        self.begin.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        box = self.column.box
        box.addWidget(self.words)
        box.addSpacing(theme.px(16))
        self.asked = Words(theme, bold=True)
        box.addWidget(self.asked)
        box.addSpacing(theme.px(8))
        box.addWidget(self.moments)
        box.addStretch(1)
        self.foot.addWidget(self.begin)
        self.foot.addWidget(self.leave)
        self.foot.addStretch(1)
        self.begin.setDefault(True)
        self.retranslate()
        self.begin.setFocus()

    @property
    def count(self) -> int:
        """How many moments are wanted."""
        return int(self.moments.value)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("Rehearse “{lesson}”").format(lesson=self._title))
        self.heading.setText(tr("Rehearse “{lesson}”").format(lesson=self._title))
        self.words.setText(
            tr(
                "You give the lesson as you would to a class, with notes, timer and keys, to an empty "
                "room. Say it aloud. Now and then something happens in the room, and you choose what to "
                "say. Nothing is written into the records of a class; your own records keep that you "
                "rehearsed, for how long, and what you chose."
            )
        )
        self.asked.setText(tr("How much is to happen?"))
        self.moments.set_question(self.asked.text())
        self.moments.set_choices(
            [
                Choice("0", tr("Nothing"), detail=tr("Only the lesson and its times")),
                Choice(str(FEW), tr("A little"), detail=tr("Two moments")),
                Choice(str(USUAL), tr("As on a usual day"), detail=tr("Four moments")),
                Choice(str(MANY), tr("A lively day"), detail=tr("Seven moments")),
            ],
            self.moments.value or str(USUAL),
        )
        self.begin.set_text(tr("Begin the rehearsal"))
        self.leave.set_text(tr("Not now"))


class AfterRehearsal(SmallWindow):
    """How a rehearsal went: each stage's time, and each moment with what was chosen."""

    def __init__(
        self, theme: Theme, title: str, report: Report, met: Sequence[Met], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, wide=760, parent=parent)
        self._title, self._report, self._met = title, report, tuple(met)
        self.about = Words(theme, colour="text-soft")
        self.advice = Message(theme, "", kind="good")
        self.times = Words(theme, role="card", heading=True)
        self.key = Words(theme, role="small", colour="text-soft")
        self.happened = Words(theme, role="card", heading=True)
        self.again = Button(theme, icon="rotate-ccw")
        self.close_button = Button(theme, kind="primary")
        self.again.clicked.connect(lambda: self.done(AGAIN))
        self.close_button.clicked.connect(self.accept)
        self._lay()
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        self.retranslate()

    def _lay(self) -> None:
        box, px = self.column.box, self.theme.px
        box.addWidget(self.about)
        box.addSpacing(px(16))
        box.addWidget(self.advice)
        box.addSpacing(px(20))
        if self._met:
            box.addWidget(self.happened)
            box.addSpacing(px(8))
        for met in self._met:
            box.addWidget(self._moment(met))
            box.addSpacing(px(12))
        box.addSpacing(px(8))
        box.addWidget(self.times)
        box.addSpacing(px(4))
        box.addLayout(stage_grid(self.theme, self._report.stages))
        box.addSpacing(px(4))
        box.addWidget(self.key)
        box.addStretch(1)
        self.foot.addWidget(self.again)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)

    def _moment(self, met: Met) -> Message:
        reply, moment = met.reply, met.moment
        if reply is None:
            said = [tr("You put it aside. It may come again.")]
        else:
            said = [tr("You chose: {reply}").format(reply=reply.text), reply.taken, reply.asks]
            if reply.better:
                said.append(tr("A better wording: {wording}").format(wording=reply.better))
        said.append(tr("The next step: {step}").format(step=moment.next_step))
        good = reply is not None and not reply.better
        icon = "check" if good else "rotate-ccw"
        return Message(self.theme, moment.title, "\n".join(said), kind="good" if good else "care", icon=icon)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("Your rehearsal of “{lesson}”").format(lesson=self._title))
        self.heading.setText(tr("Your rehearsal"))
        self.about.setText(f"{self._title} · {whole_words(self._report)}")
        answered = [met for met in self._met if met.reply is not None]
        if not self._met:
            words = tr(
                "You know the way through the lesson now. Next time, let something happen in the room."
            )
        elif not answered:
            words = tr(
                "Moments came and you let them pass. Rehearse again when you have time to answer them."
            )
        else:
            words = tr(
                "Say aloud once more what you would say, in your own words. It is easier the second time."
            )
        self.advice.say(tr("Well done for rehearsing."), words)
        self.happened.setText(tr("What happened in the room"))
        self.times.setText(tr("The time you took"))
        self.key.setText(tr("Outlined: as planned. Filled: as it was."))
        self.again.set_text(tr("Rehearse again"))
        self.close_button.set_text(tr("Close"))
