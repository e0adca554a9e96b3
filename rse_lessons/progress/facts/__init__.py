"""What may be told of teaching and learning, and what it adds up to: events, classes, standings, class books.

Pure: no disk, no SQL, no clock.
"""
