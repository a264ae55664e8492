"""A person: name, birth date, telephone, language, notes, and what the doctor knew before the start."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.acts.patients import edit_patient
from infusionplanner.domain.patient import Language, Patient, PersonName
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.models.patient_counts import counts
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import ChoiceField, DateField, NoteField, TextField
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner_ui.shell.ward import Ward


class PersonFields:
    """The fields of a person, for the panel that edits one and the panel that adds one."""

    def __init__(self, panel: ActPanel, known: Patient | None = None) -> None:
        name = (known.name if known else None) or PersonName("", "")
        self._panel = panel
        self.family = TextField(name.family)
        self.given = TextField(name.given)
        born = known.birth_date if known else None
        self.born = DateField(DateUse.BIRTH, panel.today, born, says=self._age)
        self.national_id = TextField((known.national_id if known else None) or "")
        self.phone = TextField((known.phone if known else None) or "")
        self.language = ChoiceField([])
        self.prior = ChoiceField([])
        self.notes = NoteField(known.notes if known else "")
        self.set_options()
        self.language.set_value((known.language if known else None) or Language.NB)
        self.prior.set_value(choices.truth_key(known.course.prior_immunosuppression if known else None))

    def _age(self, born: date) -> str:
        years = text.age(born, self._panel.today)
        return counts.years(years)

    def set_options(self) -> None:
        """Name the choices anew."""
        self.language.set_options(choices.coded(self._panel.ward.wording, "language", Language))
        self.prior.set_options(choices.unknown_yes_no())

    def lay_out(self) -> None:
        """Put the fields into the panel."""
        panel = self._panel
        panel.add(self.family, lambda: QCoreApplication.translate("PersonFields", "Family name"), required=True)
        panel.add(self.given, lambda: QCoreApplication.translate("PersonFields", "Given name"))
        panel.add_pair(
            (self.born, lambda: QCoreApplication.translate("PersonFields", "Birth date")),
            (self.national_id, lambda: QCoreApplication.translate("PersonFields", "National id")),
        )
        panel.add_pair(
            (self.phone, lambda: QCoreApplication.translate("PersonFields", "Telephone")),
            (self.language, lambda: QCoreApplication.translate("PersonFields", "Language")),
        )

    def lay_out_rest(self) -> None:
        """Put the fields that can wait into the panel."""
        panel = self._panel
        panel.add(self.prior, lambda: QCoreApplication.translate("PersonFields", "Earlier immunosuppression"))
        panel.add(self.notes, lambda: QCoreApplication.translate("PersonFields", "To remember"))

    def filled(self, patient: Patient) -> Patient:
        """Return a patient with what is filled in."""
        course = replace(patient.course, prior_immunosuppression=choices.truth(self.prior.value()))
        return replace(
            patient,
            course=course,
            name=PersonName(self.given.value(), self.family.value()),
            birth_date=self.born.day(),
            national_id=self.national_id.value() or None,
            phone=self.phone.value() or None,
            language=Language(self.language.value()),
            notes=self.notes.value(),
        )


class PersonPanel(ActPanel):
    """Edits a person."""

    act = Act.PERSON

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self._shown = self.patient
        self.person = PersonFields(self, self._shown)
        self.person.lay_out()
        self.person.lay_out_rest()
        self.finish(self._record)

    def retranslate(self) -> None:
        """Set every text."""
        self.person.set_options()
        super().retranslate()

    def _record(self) -> Callable[[Desk], Done]:
        return partial(edit_patient, known=self._shown, edited=self.person.filled(self._shown))
