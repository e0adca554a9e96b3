"""Reading aloud, with programs of our own in the place of a PC's voice."""
