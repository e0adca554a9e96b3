"""Everything that a person sees. The only place with PySide6."""

from rse_lessons.ui.qt_start import descriptions_later, spare_reading_sources
from rse_lessons.ui.stand_ins import standing_in

with descriptions_later(), standing_in():
    import PySide6.QtCore  # noqa: F401  with what can wait left for later

spare_reading_sources()
