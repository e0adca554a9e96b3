"""Checks whether a lesson teaches well: its shape, its activities, its questions, how hard it is to read.

They take longer than the rules that every lesson is read with, so they run where somebody asks for them:
`checking.thorough` for one lesson, `checking.library_rules` for several. `subject` is what rules look at,
`said` where a lesson's words stand; each other module holds the rules of one matter.
"""
