"""Counted things of the page Today in words; a class, since only ``tr`` of one finds plurals."""

from PySide6.QtCore import QObject


class TodayCounts(QObject):
    """Counts in the words of the windows; 0 of something that is seldom there says nothing."""

    def visits(self, number: int) -> str:
        """Return ``14 timer``."""
        return self.tr("%n visit(s)", "", number)

    def done(self, number: int) -> str:
        """Return ``6 ferdig``."""
        return self.tr("%n done", "", number) if number else ""

    def under_way(self, number: int) -> str:
        """Return ``2 i gang``."""
        return self.tr("%n under way", "", number) if number else ""

    def not_given(self, number: int) -> str:
        """Return ``1 ikke gitt``."""
        return self.tr("%n not given", "", number) if number else ""

    def observed(self, number: int) -> str:
        """Return ``9 observeres``."""
        return self.tr("%n observed", "", number) if number else ""

    def over(self, number: int) -> str:
        """Return ``1 over tiden``."""
        return self.tr("%n over", "", number) if number else ""

    def weeks(self, number: int) -> str:
        """Return ``6 uker``."""
        return self.tr("%n week(s)", "", number)
