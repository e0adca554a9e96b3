"""Looking after the records: where they are, moving them to other PCs, the end of the year, papers."""
