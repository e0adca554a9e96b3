"""A damaged database made whole: the side file, what can still be read, the repair, and what it says."""
