"""Trying at length what the records of progress survive: power cuts, failing disks, kills, damage."""
