"""The making of lessons: written, checked, shown meanwhile; translations read; packs for other schools."""
