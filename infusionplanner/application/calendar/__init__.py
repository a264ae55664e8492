"""The calendars that are handed out: what they should hold, what each patient has, and handing out."""
