"""Use cases, what the windows and papers ask, and the ports for what both need from outside."""
