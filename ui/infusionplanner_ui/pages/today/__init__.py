"""The day as a board, the visit beside it, and what needs attention."""
