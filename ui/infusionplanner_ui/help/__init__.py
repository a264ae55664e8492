"""What explains the program inside it: first start, tour, list of keys."""
