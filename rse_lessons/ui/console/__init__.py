"""What the teacher sees while presenting."""
