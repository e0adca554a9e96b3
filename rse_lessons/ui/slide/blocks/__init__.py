"""How each kind of block is drawn; a new kind is a module and a line in `kinds.KINDS`."""
