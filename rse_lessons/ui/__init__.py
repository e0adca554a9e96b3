"""Everything that a person sees. The only place with PySide6."""
