"""RSE Lessons: lessons on healthy digital relationships, presented offline. No network code."""

__version__ = "0.1.0"
