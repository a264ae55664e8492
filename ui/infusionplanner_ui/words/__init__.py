"""Texts of the windows: language, dates and numbers, sentences of findings and errors."""
