"""Counted things of the home page in words. Only ``tr`` of an object counts, so they stand in a class."""

from PySide6.QtCore import QObject


class HomeCounts(QObject):
    """Days, doses, syringes and minutes in the language of the windows."""

    def days(self, number: int) -> str:
        """Return ``4 dager``."""
        return self.tr("%n day(s)", "", number)

    def doses(self, number: int) -> str:
        """Return ``3 doser``."""
        return self.tr("%n dose(s)", "", number)

    def syringes(self, number: int) -> str:
        """Return ``6 sprøyter``."""
        return self.tr("%n syringe(s)", "", number)

    def minutes(self, number: int) -> str:
        """Return ``30 minutter``."""
        return self.tr("%n minute(s)", "", number)


COUNTS = HomeCounts()
