"""Moving records between PCs: the shared folder, a file that is saved, and one that is taken in."""
