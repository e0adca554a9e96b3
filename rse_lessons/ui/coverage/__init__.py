"""The page that shows what of a curriculum the lessons serve."""
