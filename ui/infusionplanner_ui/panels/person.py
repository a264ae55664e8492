"""A person: name, birth date, telephone, language, notes, and what the doctor knew before the start."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.acts.patients import edit_patient
from infusionplanner.application.identity import (
    NationalIdError,
    identity_of,
    namesakes,
    national_id,
    number_marks,
    questions,
    standard_number,
)
from infusionplanner.domain.patient import Language, Patient, PersonName
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.models.patient_counts import counts
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import ChoiceField, DateField, NoteField, TextField
from infusionplanner_ui.words import text
from infusionplanner_ui.words.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner.domain.finding import Finding
    from infusionplanner_ui.shell.ward import Ward


class PersonFields:
    """The fields of a person, for the panel that edits one and the panel that adds one."""

    def __init__(self, panel: ActPanel, known: Patient | None = None) -> None:
        name = (known.name if known else None) or PersonName("", "")
        self._panel, self._known = panel, known
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

    def fault(self) -> str:
        """Return why the national id cannot be this person's, empty when it can."""
        number = standard_number(self.national_id.value())
        if not number or (self._known is not None and number == self._known.national_id):
            return ""
        if any(known.national_id == number for known in self._panel.ward.overview.patients.values()):
            return QCoreApplication.translate("PersonFields", "The unit already has a patient with this national id.")
        try:
            national_id(number)
        except NationalIdError as error:
            return sentence(error)
        return ""

    def marks(self) -> str:
        """Return what the national id is when it is no ordinary one: "D-nummer · syntetisk"."""
        wording = self._panel.ward.wording
        found = number_marks(standard_number(self.national_id.value()))
        return text.sentence(text.join(*(wording.code("number", mark) for mark in found)))

    def asked(self) -> tuple[Finding, ...]:
        """Return what is asked about the person, and was not so before."""
        before = self._known or Patient("")
        others = namesakes(
            identity_of(other) for other in self._panel.ward.overview.patients.values() if other.id != before.id
        )
        already = questions(identity_of(before), others)
        now = identity_of(replace(self.filled(before), national_id=standard_number(self.national_id.value()) or None))
        return tuple(row for row in questions(now, others) if row not in already)

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
    edits = True

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

    def fault(self) -> str:
        """Refuse a national id that cannot be this person's."""
        return self.person.fault()

    def judge(self) -> tuple[Sequence[Finding], Sequence[Finding]]:
        """Return what is asked about the person."""
        return (), self.person.asked()

    def _record(self) -> Callable[[Desk], Done]:
        edited, seen = self.person.filled(self._shown), self.findings.acknowledged()
        return partial(edit_patient, known=self._shown, edited=edited, acknowledged=seen)
