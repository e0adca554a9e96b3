"""A school year as events: 30 classes, a lesson a week each for 38 weeks, as the app records them.

Every run gives the same events. They have no device and no counter yet; a journal gives them both.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from rse_lessons.progress.facts.events import Event, timestamp

FIRST_DAY = datetime(2025, 9, 1, 8, 50, tzinfo=UTC)
STAGES = (
    "welcome",
    "ground-rules",
    "baseline",
    "explore",
    "practise",
    "check",
    "endpoint",
    "distance",
    "signpost",
    "close",
)
SLIDES = 16


class Year:
    """Makes events with ids that are the same in every run."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)  # noqa: S311  made-up lessons, no secret

    def event(self, moment: datetime, kind: str, label: str, lesson: str = "", **data: object) -> Event:
        """Give one event."""
        number = f"{self._random.getrandbits(128):032x}"
        return Event(number, "", 0, timestamp(moment), kind, lesson, label, "", data)

    def lesson(self, moment: datetime, label: str, lesson: str) -> Iterator[Event]:
        """Give a lesson from what is ticked before it to its end: about 45 events."""
        chance = self._random
        for item in ("tell-lead", "read-notes"):
            yield self.event(moment - timedelta(hours=1), "prepared", label, lesson, item=item, done=True)
        yield self.event(moment, "started", label, lesson, slides=SLIDES, slide=0)
        slide = 0
        while slide < SLIDES - 1:
            moment += timedelta(seconds=chance.randint(40, 240))
            slide = max(1, slide - 1) if chance.random() < 0.08 else slide + 1
            yield self.event(moment, "slide", label, lesson, slide=slide)
            if slide % 3 == 1:
                state = {"chosen": [chance.choice("abc")], "shown": True}
                yield self.event(moment, "block", label, lesson, block=f"block-{slide}", state=state)
        for stage in STAGES:
            yield self.event(
                moment, "stage", label, lesson, stage=stage, seconds=round(chance.uniform(30, 600), 3)
            )
        for block in ("before", "after"):
            counts = {option: chance.choice((None, 5, 9, 14)) for option in ("sure", "unsure", "not-sure")}
            yield self.event(moment, "tally", label, lesson, block=block, counts=counts)
        for place in range(chance.choice((0, 0, 2, 4))):
            points = [chance.randint(0, 900) for _ in range(60)]
            yield self.event(
                moment, "stroke", label, lesson, page="3", place=place, pen="coral", width=6, points=points
            )
        if chance.random() < 0.9:
            yield self.event(moment, "finished", label, lesson)


def labels(classes: int) -> list[str]:
    """Give labels as a school has them: 7A, 7B and so on."""
    return [f"{7 + number % 5}{'ABCDEFGH'[number // 5 % 8]}" for number in range(classes)]


def school_year(classes: int = 30, weeks: int = 38, seed: int = 1) -> list[Event]:
    """Give all events of a year in the order in which they happened."""
    year = Year(seed)
    found: list[Event] = []
    for label in labels(classes):
        found.append(year.event(FIRST_DAY, "class-added", label, band="ks3"))
        found.append(
            year.event(
                FIRST_DAY, "class-described", label, band="ks3", nation="eng", language="en", days=[1, 3]
            )
        )
        found.append(year.event(FIRST_DAY, "rule-added", label, rule=f"rule-{len(found)}"))
    for week in range(weeks):
        for number, label in enumerate(labels(classes)):
            moment = FIRST_DAY + timedelta(weeks=week, days=number % 5, hours=number // 5)
            found += year.lesson(moment, label, f"lesson-{week + 1}")
    return found
