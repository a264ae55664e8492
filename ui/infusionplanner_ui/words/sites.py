"""The sites that are offered for a dose, read in the language of the windows whichever they were recorded in."""

from functools import cache

from PySide6.QtCore import QCoreApplication

from infusionplanner.domain.patient import Route
from infusionplanner_ui.words.i18n import in_norwegian

translate = QCoreApplication.translate


def usual_sites(route: Route | None) -> tuple[str, ...]:
    """Return the sites that are offered for a route, the most usual first."""
    return tuple((_subcutaneous() if route is Route.SC else _intravenous()).values())


def site_words(site: str) -> str:
    """Return a site as it is read: an offered one in the language of the windows, any other as it was typed."""
    offered = {**_subcutaneous(), **_intravenous()}
    return offered.get(_english_of().get(site, site), site)


def _subcutaneous() -> dict[str, str]:
    return {
        "right and left thigh": translate("Sites", "right and left thigh"),
        "abdomen, both sides": translate("Sites", "abdomen, both sides"),
        "right and left upper arm": translate("Sites", "right and left upper arm"),
    }


def _intravenous() -> dict[str, str]:
    return {
        "left forearm": translate("Sites", "left forearm"),
        "right forearm": translate("Sites", "right forearm"),
        "back of the hand": translate("Sites", "back of the hand"),
        "venous port": translate("Sites", "venous port"),
    }


@cache
def _english_of() -> dict[str, str]:
    """Return the English of what was recorded in bokmål."""
    return {in_norwegian("Sites", english): english for english in (*_subcutaneous(), *_intravenous())}
