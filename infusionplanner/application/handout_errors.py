"""What can be missing when a calendar is to be handed out."""

from datetime import date

from infusionplanner.application.errors import PlannerError


class NothingHandedOutError(PlannerError):
    """A withdrawal was asked for, and nothing that lies ahead was handed out."""

    def __init__(self) -> None:
        super().__init__("There is nothing to withdraw: no calendar with events from today on was handed out.")


class NothingBookedError(PlannerError):
    """The week that was asked for is empty."""

    def __init__(self, monday: date) -> None:
        self.monday = monday
        year, week, _ = monday.isocalendar()
        super().__init__(f"Nobody is booked in week {week} of {year}, so there is no calendar to hand out.")
