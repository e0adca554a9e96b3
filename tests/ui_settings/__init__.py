"""The settings window and the small windows that ask one thing."""
