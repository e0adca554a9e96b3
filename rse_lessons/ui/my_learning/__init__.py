"""My learning: the path at a glance, reflections, evidence, notes for a mentor, and what one takes away."""
