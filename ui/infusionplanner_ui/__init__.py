"""The windows (PySide6). Importing this package loads no Qt."""
