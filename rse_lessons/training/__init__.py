"""Facilitation modules: how a teacher learns to give the lessons well. No Qt, no records."""
