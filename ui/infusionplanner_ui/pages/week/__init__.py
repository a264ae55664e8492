"""Five days of visits: booking, moving, printing."""
