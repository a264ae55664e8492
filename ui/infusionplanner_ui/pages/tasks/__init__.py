"""Everything that is due, by day and kind."""
