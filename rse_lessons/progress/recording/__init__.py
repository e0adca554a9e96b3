"""Writing down: the store, which never waits for the disk, its promises, and the open records it keeps."""
