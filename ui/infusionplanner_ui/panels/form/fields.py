"""Fields of a panel: a day, a time, a number, a text, one choice of few or of many, yes or no.

Each has ``value()``, ``set_value()``, ``fault()`` and the signal ``edited``; a panel asks them, and shows their faults.
"""

from infusionplanner_ui.panels.form.choice_fields import CheckField, ChoiceField, ListField
from infusionplanner_ui.panels.form.field import Field
from infusionplanner_ui.panels.form.typed_fields import (
    ClockField,
    DateField,
    DoctorField,
    NoteField,
    NumberField,
    TextField,
)

__all__ = [
    "CheckField",
    "ChoiceField",
    "ClockField",
    "DateField",
    "DoctorField",
    "Field",
    "ListField",
    "NoteField",
    "NumberField",
    "TextField",
]
