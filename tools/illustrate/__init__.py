"""Draws every picture of the lessons and of the program as cut paper, from the colours of assets/themes.

Here live the shapes, the people, the things and the pictures themselves. The covers' frames, spines and
ribbons do not: the program paints those round a picture. Run it with `python -m tools.illustrate`.
"""
