"""The journal of what was taught, in SQLite, and all that keeps it: side file, backups, repair, clearing.

The tables are `schema`'s, their rows `rows`'s; nothing outside of this package speaks SQL. `events`,
`labels`, `summary`, `clearing`, `thinning` and `sound` are pure.
"""
