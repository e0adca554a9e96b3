"""Reading aloud with the voice that this PC has: the programs, running one, parting words."""
