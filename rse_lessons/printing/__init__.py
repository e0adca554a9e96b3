"""What goes on paper, as values; `ui` paints it."""
