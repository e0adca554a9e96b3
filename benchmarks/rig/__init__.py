"""A classroom with a teacher's monitor and a projector, on one virtual X display.

The program under test needs no change, so the same command measures any desktop program. Needs Debian's
xvfb, x11-xserver-utils, openbox and imagemagick, and python-xlib from PyPI. What is measured with it does
not live here, but in the modules of `benchmarks` itself.
"""
