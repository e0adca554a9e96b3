"""What is known of whose learning it is, to those who put it on paper or delete it; `evidencing` is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rse_lessons.means import Means
    from rse_lessons.progress.facts.learning import Learning
    from rse_lessons.training.model import Module
    from rse_lessons.ui.my_learning.known import Known
    from rse_lessons.ui.my_learning.page import MyLearningPage


class Learner(Protocol):
    """Whose learning it is, as `evidencing` knows it."""

    means: Means
    name: Callable[[], str]
    today: Callable[[], date]

    @property
    def page(self) -> MyLearningPage:
        """The page, on which it is said how it went."""

    @property
    def modules(self) -> Sequence[Module]:
        """The modules as the nation reads them."""

    @property
    def learning(self) -> Learning:
        """What is known of it."""

    @property
    def known(self) -> Known:
        """What the page shows."""

    def record(self, kind: str, *, lesson: str = "", data: Mapping[str, object], words: str = "") -> None:
        """Record something."""

    def forget(self) -> None:
        """Let go of what was known: it was deleted."""
