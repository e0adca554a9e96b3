"""Slides, as real scenes that nobody sees."""
