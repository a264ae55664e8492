"""All patients with home treatment, their reports and calendars."""
