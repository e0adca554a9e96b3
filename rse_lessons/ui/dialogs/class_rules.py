"""A class's own rules: added, changed and taken away one by one. Nothing is stored here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.progress.facts.class_book import Worded
from rse_lessons.progress.facts.class_words import LONGEST_RULE, MOST_RULES, names_someone, tidy_words
from rse_lessons.ui.dialogs.private import PrivateWindow
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.doubt import Doubt
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.rule import Rule
from rse_lessons.ui.widgets.words import Words


class RuleRow(QWidget):
    """One rule, with what can be done with it."""

    change_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, theme: Theme, rule: Worded) -> None:
        super().__init__()
        self.rule = rule
        self.words = Words(theme, rule.text, bold=True)
        self.change = Button(theme, kind="quiet", icon="pencil", flush=True)
        self.remove = Button(theme, kind="quiet", icon="x")
        self.change.clicked.connect(lambda: self.change_requested.emit(rule.id))
        self.remove.clicked.connect(lambda: self.remove_requested.emit(rule.id))
        buttons = QWidget()
        flow = Flow(buttons)
        flow.addWidget(self.change)
        flow.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 4)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(buttons)
        column.addWidget(Rule(theme))
        self.change.set_text(tr("Change"))
        self.remove.set_text(tr("Take away"))
        self.change.setAccessibleName(tr("Change “{rule}”").format(rule=rule.text))
        self.remove.setAccessibleName(tr("Take away “{rule}”").format(rule=rule.text))


class ClassRulesWindow(PrivateWindow):
    """Says what is asked for at once, rule by rule; `show_rules` shows what came of it."""

    added = Signal(str)
    changed = Signal(str, str)
    """A rule's id and its new words."""
    removed = Signal(str)

    def __init__(
        self, theme: Theme, class_label: str, rules: Sequence[Worded], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, wide=680, parent=parent)
        self._class = class_label
        self._rules: tuple[Worded, ...] = ()
        self._changing = ""
        self._taken = ""
        self._sure = False
        self.rows: list[RuleRow] = []
        self._hint = Words(theme, colour="text-soft")
        self._none = Words(theme)
        self._field_words = Words(theme, bold=True)
        self.field = QLineEdit()
        # Longer than a rule may be, so that the sentence about it can be shown.
        self.field.setMaxLength(LONGEST_RULE * 3)
        self.doubt = Doubt(theme, icon="users")
        self.back = Doubt(theme, icon="check")
        self.keep = Button(theme, kind="primary", icon="plus")
        self.leave = Button(theme, kind="quiet")
        self.close_button = Button(theme)
        self._list = QVBoxLayout()
        self._lay()
        self.field.textEdited.connect(self._typed)
        self.keep.clicked.connect(self._check)
        self.leave.clicked.connect(self._leave_change)
        self.close_button.clicked.connect(self.accept)
        self.doubt.first.connect(self._again)
        self.doubt.second.connect(self._say_sure)
        self.back.first.connect(self._put_back)
        self.show_rules(rules)
        self.field.setFocus()

    def _lay(self) -> None:
        box = self.column.box
        box.addWidget(self._hint)
        box.addSpacing(12)
        box.addWidget(self._none)
        box.addLayout(self._list)
        box.addWidget(self.back)
        box.addSpacing(20)
        box.addWidget(self._field_words)
        box.addSpacing(6)
        box.addWidget(self.field)
        box.addWidget(self.doubt)
        box.addSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self.leave)
        row.addStretch(1)
        box.addLayout(row)
        box.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.foot.addWidget(self.keep)

    def show_rules(self, rules: Sequence[Worded]) -> None:
        """Show the rules as they are kept now."""
        self._rules = tuple(rules)
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [RuleRow(self.theme, rule) for rule in rules]
        before: QWidget = self
        for row in self.rows:
            row.change_requested.connect(self._begin_change)
            row.remove_requested.connect(self._remove)
            self._list.addWidget(row)
            row.show()
            for button in (row.change, row.remove):
                if before is not self:
                    QWidget.setTabOrder(before, button)
                before = button
        if self.rows:
            QWidget.setTabOrder(before, self.field)
        self.retranslate()
        if self.isVisible():
            self.fit()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        title = tr("Our own rules: {class_label}").format(class_label=self._class)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self._hint.setText(
            tr(
                "They stand after the lesson’s rules in every lesson with this class, until you take them "
                "away. Use the class’s words. No rule names a pupil."
            )
        )
        self._none.setText(tr("This class has no rules of its own yet."))
        self._none.setVisible(not self._rules)
        full = len(self._rules) >= MOST_RULES and not self._changing
        most = ntr("{count} rule is the most.", "{count} rules are the most.", MOST_RULES)
        more = tr("{most} Take one away to add another.").format(most=most)
        name = tr("Change the rule") if self._changing else tr("A new rule")
        self._field_words.setText(more if full else name)
        self.field.setVisible(not full)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(tr("Such as: We let everybody finish"))
        self.keep.setVisible(not full)
        self.keep.set_icon("check" if self._changing else "plus")
        self.keep.set_text(tr("Keep the change") if self._changing else tr("Add the rule"))
        self.keep.setDefault(not full)
        self.close_button.setDefault(full)
        self.leave.set_text(tr("Leave it as it was"))
        self.leave.setVisible(bool(self._changing))
        self.close_button.set_text(tr("Done"))

    # What is wrong, and what is asked

    def _typed(self) -> None:
        self._sure = False
        self.doubt.hush()
        self.keep.setDefault(True)

    def _fault(self, text: str) -> tuple[str, str] | None:
        """Give what is wrong and what to do, or None when the rule can be kept."""
        if not text:
            return tr("The rule has no words yet."), tr("Type it as the class says it.")
        if len(text) > LONGEST_RULE:
            long = tr("This rule has {count} characters, and {most} is the most.")
            return long.format(count=len(text), most=LONGEST_RULE), tr("Please shorten it.")
        if any(rule.text.casefold() == text.casefold() and rule.id != self._changing for rule in self._rules):
            return tr("This rule is there already."), tr("Change that one, or type another.")
        return None

    def _check(self) -> None:
        self.back.hush()
        text = tidy_words(self.field.text())
        fault = self._fault(text)
        name = "" if self._sure else names_someone(text)
        if fault is not None:
            self.doubt.say(*fault)
            self.field.setFocus()
            self.field.selectAll()
        elif name:
            self.doubt.ask(
                tr("Is “{word}” a person’s name?").format(word=name),
                tr("The whole class reads this rule, and it is kept. A rule should not name a pupil."),
                tr("Change it"),
                tr("No, nobody is named"),
            )
        else:
            self._take(text)
        self.fit()

    def _take(self, text: str) -> None:
        changing, self._changing = self._changing, ""
        self.field.clear()
        self._typed()
        if changing:
            self.changed.emit(changing, text)
        else:
            self.added.emit(text)
        self._to_field()

    def _say_sure(self) -> None:
        self._sure = True
        self.doubt.hush()
        self._check()

    def _again(self) -> None:
        self.doubt.hush()
        self.field.setFocus()
        self.field.selectAll()

    # A rule that is there

    def _begin_change(self, rule: str) -> None:
        self.back.hush()
        self._typed()
        self._changing = rule
        self.field.setText(next(known.text for known in self._rules if known.id == rule))
        self.retranslate()
        self.field.setFocus()
        self.field.selectAll()
        self.fit()

    def _leave_change(self) -> None:
        self._changing = ""
        self.field.clear()
        self._typed()
        self.retranslate()
        self._to_field()

    def _remove(self, rule: str) -> None:
        if rule == self._changing:
            self._leave_change()
        self._taken = next(known.text for known in self._rules if known.id == rule)
        self.removed.emit(rule)
        self.back.ask(tr("Taken away: “{rule}”").format(rule=self._taken), "", tr("Put it back"))
        self.fit()

    def _put_back(self) -> None:
        self.back.hush()
        self.added.emit(self._taken)
        self._to_field()

    def _to_field(self) -> None:
        (self.field if self.field.isVisibleTo(self) else self.close_button).setFocus()
