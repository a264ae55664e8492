"""The painted timeline of one patient."""
