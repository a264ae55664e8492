"""One patient: figures, timeline, plan, tables."""
