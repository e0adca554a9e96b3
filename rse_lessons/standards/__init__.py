"""The standards of learning platforms: modules as SCORM 1.2 packages, and what was learnt as xAPI statements.

Everything here makes bytes and plain values out of values. Nothing is sent anywhere: whoever calls writes a
file that the teacher chose. No Qt, no clock, no network.
"""
