"""The pages of the program, one module each; what a page is made of stands beside it."""
