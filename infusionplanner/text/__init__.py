"""How dates, times, figures and names are written and read, in windows, on paper and in commands alike. No Qt."""
