"""Fonts, colours, icons and the style of the windows."""
