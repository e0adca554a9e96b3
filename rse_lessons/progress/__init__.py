"""The journal of what was taught, in SQLite. The only place with SQL is `store` and `schema`."""
