"""The panels of home treatment: training, prescription, stock, and the report of a dose."""
