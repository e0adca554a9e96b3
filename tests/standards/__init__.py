"""Packages for learning platforms and statements for record stores."""
