"""The journal of what was taught, in SQLite.

SQL lives in `schema`, `journal`, `reading` and `salvage` alone; `events`, `labels` and `summary` are pure.
"""
