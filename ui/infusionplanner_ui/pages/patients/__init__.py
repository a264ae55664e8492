"""All patients as a list: search, filters, order."""
