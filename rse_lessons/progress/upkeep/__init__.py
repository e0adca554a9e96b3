"""How the records are, and the care for them: checks, backups on days of use, going back to a day."""
