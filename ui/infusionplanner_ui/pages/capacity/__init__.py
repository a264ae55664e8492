"""The coming weeks as a map of visits and hours."""
