"""Counts in words. lupdate finds plural forms in ``self.tr`` only, so they are the methods of a QObject."""

from __future__ import annotations

from PySide6.QtCore import QObject


class PatientCounts(QObject):
    """How many of something, in the right form of the word."""

    def reactions(self, number: int) -> str:
        """Return how many reactions."""
        return self.tr("%n reaction(s)", "", number)

    def local_reactions(self, number: int) -> str:
        """Return how many local reactions."""
        return self.tr("%n local reaction(s)", "", number)

    def more(self, number: int) -> str:
        """Return how many more than those that are shown."""
        return self.tr("%n more", "", number)

    def months(self, number: int) -> str:
        """Return how many months."""
        return self.tr("%n month(s)", "", number)

    def days(self, number: int) -> str:
        """Return how many days."""
        return self.tr("%n day(s)", "", number)

    def years(self, number: int) -> str:
        """Return an age."""
        return self.tr("%n year(s)", "", number)

    def doses(self, number: int) -> str:
        """Return how many doses."""
        return self.tr("%n dose(s)", "", number)

    def dispensed(self, number: int) -> str:
        """Return how many doses were handed out."""
        return self.tr("%n dose(s) dispensed", "", number)

    def syringes(self, number: int) -> str:
        """Return how many syringes."""
        return self.tr("%n syringe(s)", "", number)


counts = PatientCounts()
"""The counts of the language that is installed when they are asked for."""
