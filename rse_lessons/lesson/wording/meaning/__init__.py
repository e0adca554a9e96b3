"""Weighs sentences by what meets in them: words are read for what they mean, and pairs of them have weights.

Reading words is `reading`, weighing them `weighing`. Meanings and weights are data, two files a language.
"""
