"""What a lesson file says, and what is wrong with it."""
