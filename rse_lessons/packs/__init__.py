"""Lesson packs: lessons with their pictures in one file, to give to another school. No Qt, no school."""
