"""Ctrl+K: finding patients and commands."""
