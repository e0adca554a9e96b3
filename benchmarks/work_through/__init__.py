"""Working through Teacher mode as somebody does who has a keyboard and no mouse.

`python -m benchmarks.work_through --pictures FOLDER` opens the program on a virtual screen and goes through
each module from its first page to the certificate with keys alone.
"""
