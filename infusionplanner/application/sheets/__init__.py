"""What is printed, as values that the windows and commands draw."""
