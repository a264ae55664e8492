"""Protocol, unit and wording files (TOML) read into domain values; what they do not know, they refuse by name."""
