"""What pages, papers and commands ask: pure reads of the unit."""
