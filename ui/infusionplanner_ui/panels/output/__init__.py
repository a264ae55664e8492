"""The panels of what leaves the program: calendars and the plan on paper."""
