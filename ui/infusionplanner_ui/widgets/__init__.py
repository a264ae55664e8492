"""Widgets of the program. They know no use case: values in, signals out."""
