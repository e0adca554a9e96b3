"""The end of a school year, and of a class: what goes, what stays, a copy first, and asked twice."""
