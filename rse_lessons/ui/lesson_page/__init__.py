"""One lesson before it is taught."""
