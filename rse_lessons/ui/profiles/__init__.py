"""Several teachers on one PC: who is teaching, the lock, and what is asked about a profile."""
