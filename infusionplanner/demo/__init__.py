"""A unit of invented patients, for trying the program, for its pictures and for its tests."""
