"""Item models of lists and tables, and how their cells are drawn."""
