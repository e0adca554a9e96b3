"""The window in which a school's fluent teacher reads a lesson's translation beside the English."""
