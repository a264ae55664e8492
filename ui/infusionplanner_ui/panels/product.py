"""The brand for the coming doses (R-BR-2)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from infusionplanner.application.acts.orders import change_product
from infusionplanner.domain.patient import Product
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices, preview
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import ChoiceField
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.panels.form.visits_field import VisitsField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner_ui.shell.ward import Ward


class ProductPanel(ActPanel):
    """Changes the brand, and shows what goes on and what begins anew."""

    act = Act.PRODUCT
    tells_early = True

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self._now = self.patient.course.product
        self.product = ChoiceField(choices.coded(ward.wording, "product", Product))
        self.product.unset()
        self.visits = VisitsField()
        self.add(self.product, lambda: self.tr("Brand for the coming doses"), required=True)
        self.add(self.visits, lambda: self.tr("Booked visits that do not fit any more"), required=True)
        self.finish(self._record)

    def arrange(self) -> None:
        """Ask what becomes of the visits that do not fit any more."""
        chosen = self._now if self.product.is_empty() else self._chosen()
        preview.ask_of_visits(self, self.visits, preview.with_course(self.patient, product=chosen))

    def fault(self) -> str:
        """Say that this is the brand already."""
        known = not self.product.is_empty() and self._chosen() is self._now
        return self.tr("The patient already has this brand.") if known else ""

    def consequences(self) -> Sequence[Said]:
        """Return what goes on, what begins anew, and what falls back."""
        if self.product.is_empty() or self._chosen() is self._now:
            return ()
        product = self.protocol.product(self._chosen())
        said = [Said(self.tr("The dose count goes on."), Tone.OK, "R-BR-2")]
        if product is not None:
            assay = self.ward.wording.code("assay", product.assay)
            said.append(Said(self.tr("A new JCV series starts ({assay}).").format(assay=assay), rule="R-BR-2"))
            forms = " / ".join(self.ward.wording.code("route", route) for route in product.routes)
            said.append(Said(self.tr("Forms of this brand: {forms}").format(forms=forms), rule="R-HOME-2"))
        after = preview.planned(self, preview.with_course(self.patient, product=self._chosen()))
        return [*said, *preview.outcome(self, after)]

    def _chosen(self) -> Product:
        return Product(self.product.value())

    def _record(self) -> Callable[[Desk], Done]:
        return partial(change_product, patient=self.who, product=self._chosen(), visits=self.visits.changes())
