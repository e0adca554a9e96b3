"""Widgets that several windows share, painted from the theme. They know no lesson and no window."""
