"""The window that shows a lesson while it is written: its slides, and what is wrong with its file."""
