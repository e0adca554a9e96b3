"""Where the records are, how safe they are, and what can be done about it."""
