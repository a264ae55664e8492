"""Printed sheets: the same drawing for a printer, a preview and a PDF. Importing this package loads no Qt."""
