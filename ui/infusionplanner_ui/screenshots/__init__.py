"""Pictures of every page, made from the demo unit."""
