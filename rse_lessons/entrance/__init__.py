"""Who is here: profiles that are opened, locked, changed and deleted, and guests, who only give lessons."""
