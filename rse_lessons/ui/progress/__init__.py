"""The progress window: classes and lessons, a year's days, and what of the curriculum was taught."""
