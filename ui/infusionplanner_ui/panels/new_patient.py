"""A new patient: the person, the brand, and the first order when there is one."""

from __future__ import annotations

import secrets
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from infusionplanner.application.acts.patients import add_patient
from infusionplanner.domain.patient import Course, Patient, Product, Regimen, Route, Setting
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.panels.form import choices
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import ChoiceField, DateField, DoctorField
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.panels.person import PersonFields

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done
    from infusionplanner.domain.finding import Finding
    from infusionplanner_ui.shell.ward import Ward

_ID_BYTES = 6


class NewPatientPanel(ActPanel):
    """Adds a patient. Doses given elsewhere are recorded afterwards, on the patient's page."""

    tells_early = True

    def __init__(self, ward: Ward) -> None:
        super().__init__(ward)
        self.person = PersonFields(self)
        self.product = ChoiceField([])
        self.route = ChoiceField([])
        self.start = DateField(DateUse.COMING, self.today)
        self.by = DoctorField(self.doctors())
        self._set_options()
        self.product.unset()
        self.route.unset()
        self.person.lay_out()
        self.add(self.product, lambda: self.tr("Brand"), required=True)
        self.add(self.start, lambda: self.tr("First dose on (if ordered)"))
        self.add(self.route, lambda: self.tr("Route"), required=True)
        self.add(self.by, lambda: self.tr("Ordered by"))
        self.person.lay_out_rest()
        self.finish(self._record)

    def _set_options(self) -> None:
        self.person.set_options()
        self.product.set_options(choices.coded(self.ward.wording, "product", Product))
        self.route.set_options(choices.small(self.ward.wording, "route", Route))

    def heading(self) -> str:
        """Return the title."""
        return self.tr("New patient")

    def action(self) -> str:
        """Return the words of the button."""
        return self.tr("Add patient")

    def retranslate(self) -> None:
        """Set every text."""
        self._set_options()
        super().retranslate()

    def arrange(self) -> None:
        """Ask for route and doctor once there is an order: without its day they would be stored nowhere."""
        ordered = not self.start.is_empty()
        self.show_field(self.route, ordered)
        self.show_field(self.by, ordered)

    def fault(self) -> str:
        """Refuse a national id that cannot be this person's, and a form that the brand has not."""
        if fault := self.person.fault():
            return fault
        if self.start.is_empty() or self.product.is_empty() or self.route.is_empty():
            return ""
        product = self.protocol.product(Product(self.product.value()))
        if product is not None and Route(self.route.value()) not in product.routes:
            return self.tr("This brand has no form for this route.")
        return ""

    def judge(self) -> tuple[Sequence[Finding], Sequence[Finding]]:
        """Return what is asked about the person."""
        return (), self.person.asked()

    def consequences(self) -> Sequence[Said]:
        """Say what comes next."""
        marks = self.person.marks()
        gate = Said(self.tr("Before the first dose the start list must be closed."), rule="R-START-1")
        return [Said(marks), gate] if marks else [gate]

    def _record(self) -> Callable[[Desk], Done]:
        course = Course(product=Product(self.product.value()))
        start = self.start.day()
        if start is not None:
            order = Regimen(start, Route(self.route.value()), setting=Setting.UNIT, ordered_by=self.by.value() or None)
            course = replace(course, regimens=(replace(order, ordered_on=self.today if order.ordered_by else None),))
        identity = f"p-{secrets.token_hex(_ID_BYTES)}"
        patient = self.person.filled(Patient(id=identity, course=course))
        return partial(add_patient, patient=patient, acknowledged=self.findings.acknowledged())
