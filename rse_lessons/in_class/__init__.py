"""A lesson and a class: its page opened, its language and screens chosen, given, rehearsed, put on paper.

What is written down of it goes to the records; what adds up over many lessons is in `overview`.
"""
