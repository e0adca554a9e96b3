"""Pictures of single lessons: a module for each, with `PICTURES`, the functions that draw them."""
