"""The painted boards of a day and of a week."""
