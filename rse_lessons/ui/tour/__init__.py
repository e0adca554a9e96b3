"""A picture of every window, as people see it: for whoever judges the look, and for the handbook."""
