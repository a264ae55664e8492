"""Counted things in words, singular and plural. Only ``tr`` of an object counts, so they stand in a class."""

from PySide6.QtCore import QObject


class WeekCounts(QObject):
    """Days, visits and minutes in the language of the windows."""

    def days(self, number: int) -> str:
        """Return ``28 dager``."""
        return self.tr("%n day(s)", "", number)

    def visits(self, number: int) -> str:
        """Return ``9 timer``."""
        return self.tr("%n visit(s)", "", number) if number else self.tr("no visits")

    def observed(self, number: int) -> str:
        """Return ``5 observeres``, nothing for none."""
        return self.tr("%n observed", "", number) if number else ""

    def observation(self, minutes: int) -> str:
        """Return ``observasjon 60 min``, nothing for none."""
        return self.tr("observation %n min", "", minutes) if minutes else ""

    def weeks(self, number: int | None) -> str:
        """Return a longer interval in weeks, ``6 u``, nothing for the usual one."""
        return self.tr("%n w", "", number) if number is not None else ""


COUNTS = WeekCounts()
