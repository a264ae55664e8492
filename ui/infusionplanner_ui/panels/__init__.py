"""The acts of a nurse as panels beside the work: each shows the rules while it is filled in."""
