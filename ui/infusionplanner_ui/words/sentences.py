"""What went wrong, in the language of the windows."""

from PySide6.QtCore import QCoreApplication

from infusionplanner_ui.words import text


def sentence(error: Exception) -> str:
    """Return what went wrong and what to do, by the files of sentences."""
    from infusionplanner.application.errors import PlannerError  # noqa: PLC0415 - when something has gone wrong
    from infusionplanner.catalogue.wording import wording  # noqa: PLC0415 - when something has gone wrong

    said = wording(text.language_now()).error(error) if isinstance(error, PlannerError) else str(error)
    return said or QCoreApplication.translate("Sentences", "This did not work.")
