"""Where things lie on this PC, and what the teacher prefers. Imports nothing of ours."""
