"""Languages: catalogues of the interface's words and of the lessons'."""
