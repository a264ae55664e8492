"""Opening the panel of an act; its module is loaded when the act is first wished for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from infusionplanner_ui.panels.acts.table import spec_of

if TYPE_CHECKING:
    from infusionplanner.application.records import PatientId
    from infusionplanner_ui.panels.acts.spec import Wish
    from infusionplanner_ui.panels.form.base import ActPanel
    from infusionplanner_ui.shell.ward import Ward


def panel(ward: Ward, patient: PatientId, wish: Wish) -> ActPanel:
    """Return the panel that does an act."""
    spec = spec_of(wish.act)
    module, name = spec.panel.split(":")
    made = getattr(import_module(f"infusionplanner_ui.panels.{module}"), name)
    built: ActPanel = made(ward, patient, **wish.about(spec.about))
    built.wish = wish
    return built
