"""The window that checks the words of pasted text."""
