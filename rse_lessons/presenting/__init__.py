"""Giving a lesson, without a screen: one session, its stages, its timers."""
