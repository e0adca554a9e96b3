"""Finds words that blame, frighten or shame a child, and says better ones.

What is looked for stands in data, one file a language (`en.toml`); the pattern language is `patterns`,
reading the file `rulebook`, checking any text `checking`, checking a lesson with its lines `lessons`.
"""
