"""Deleting is real: the end of a year, a class, all records; out of every copy, with a look for traces."""
