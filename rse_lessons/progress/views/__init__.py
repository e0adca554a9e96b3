"""What is shown of the facts: the grid of classes and lessons, years, the curriculum, plans, tables and JSON.

Pure: no disk, no SQL, no clock.
"""
