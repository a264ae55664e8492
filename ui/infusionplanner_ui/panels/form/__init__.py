"""The form kit: a panel, its fields, what it previews and where it is shown."""
