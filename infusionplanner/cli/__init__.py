"""The commands: the program without a screen. Importing this package loads no Qt, no database and no calendars."""
