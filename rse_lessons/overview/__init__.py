"""Over many lessons: classes and their plans, what each was taught, what serves the curriculum, reports."""
