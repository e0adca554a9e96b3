"""A new lesson's frame: whole, presentable, and honest about what its author still has to fill in.

`frame` writes the text of `lesson.md` for a title, an age and a time; `naming` makes the file's name.
"""
