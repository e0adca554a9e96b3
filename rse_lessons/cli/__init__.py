"""The command line: what can be said there, and a module for each command that does it.

No other room asks anything of this one, and the window starts without it.
"""
