"""The window in which a translation is read and put right."""
