"""The unit's settings, a section at a time."""
