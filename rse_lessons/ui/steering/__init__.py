"""Actions of presenting, carried out: one part for each group, each given only what it needs."""
