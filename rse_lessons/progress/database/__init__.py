"""The file of the records: tables, rows, the journal, reading it, faults of the disk, and backups of it."""
