"""The blocks of a module, a widget for each kind."""
