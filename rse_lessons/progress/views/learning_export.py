"""A teacher's own learning as JSON: everything that is kept of it, words included. Pure: text in memory.

The format is described in docs/teacher-mode.md. It is for the teacher: to keep, to hand on, to take to
another program. It is not read back; a merge file is for that.
"""

from __future__ import annotations

import json

from rse_lessons.progress.facts.learning import Learning, ModuleRecord

FORMAT, VERSION = "rse-lessons-learning", 1


def as_json(learning: Learning, *, made: str, app: str, with_words: bool = True) -> str:
    """Write it; `made` is the time in UTC, `app` the program's version.

    Without words, reflections, lines of evidence and notes are listed and empty.
    """
    words = (lambda text: text) if with_words else (lambda _text: "")
    data = {
        "format": FORMAT,
        "version": VERSION,
        "app": app,
        "made": made,
        "modules": [
            _module(name, record, with_words=with_words) for name, record in sorted(learning.modules.items())
        ],
        "rehearsals": [
            {"lesson": one.lesson, "when": one.when, "seconds": one.seconds, "moments": list(one.moments)}
            for one in learning.rehearsals
        ],
        "evidence": [
            {"what": one.what, "day": one.day, "minutes": one.minutes, "words": words(one.words)}
            for one in learning.evidence
        ],
        "notes": [{"when": one.when, "words": words(one.words)} for one in learning.notes],
        "certificates": [
            {"code": one.code, "modules": list(one.modules), "when": one.when}
            for one in learning.certificates
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _module(name: str, record: ModuleRecord, *, with_words: bool) -> dict[str, object]:
    return {
        "id": name,
        "opened": record.opened,
        "last": record.last,
        "passed": record.passed,
        "pages": {page: round(seconds) for page, seconds in record.pages.items()},
        "days": {
            day: {"seconds": round(of.seconds), "practised": of.practised, "tries": of.tries}
            for day, of in sorted(record.days.items())
        },
        "practised": {block: [list(path) for path in paths] for block, paths in record.practised.items()},
        "rewritten": sorted(record.rewritten),
        "tasks": sorted(record.tasks),
        "tries": [
            {"when": one.when, "asked": list(one.asked), "missed": list(one.missed), "passed": one.passed}
            for one in record.tries
        ],
        "reflections": [
            {
                "block": block,
                "when": record.reflected_when.get(block, ""),
                "words": text if with_words else "",
            }
            for block, text in record.reflected.items()
        ],
    }
