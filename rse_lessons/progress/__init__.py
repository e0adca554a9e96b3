"""The journal of what was taught, in SQLite, and all that keeps it: side file, backups, repair, clearing.

The tables are `database.schema`'s, their rows `database.rows`'s. Nothing outside of this package speaks SQL,
nor do `facts` and `views`; `database.thinning` and `deleting.year_end` are as pure as these two.
"""
