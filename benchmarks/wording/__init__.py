"""Measures how well and how fast the language checker finds what blames a child, and nothing else."""
