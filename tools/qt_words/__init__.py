"""What Qt says by itself, found by listening."""
