"""Records between PCs: pieces of a journal in files, judged before they are taken in; the shared folder."""
