"""How fast and how small the program is, measured on a classroom made of a virtual display.

`python -m benchmarks` measures everything once and prints the table of docs/performance.md;
`python -m benchmarks.rig` is the classroom itself, for trying the program by hand without one.
Nothing here belongs to the program: the wheel leaves this folder out.
"""
