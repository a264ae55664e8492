"""The frame that stays: window, rail, header, operations, what a running unit needs, preferences."""
