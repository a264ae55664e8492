"""Pure planning: frozen values in, frozen values out. No clock, file, database, Qt or translation.

Conventions, stated once: a date is a calendar day in Europe/Oslo; ``days`` are calendar days; ``months`` are calendar
months with month-end clamping (31 August + 6 months = 28 February); ``None`` means unknown.
"""
