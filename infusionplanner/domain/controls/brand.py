"""R-BR: product and batch of each dose, and the change from one brand to another."""

from collections.abc import Sequence
from datetime import date

from infusionplanner.domain.finding import Facts, Finding, Level
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import Assay
from infusionplanner.domain.result import PlannedDose


def assay_of(view: View) -> Assay | None:
    """R-MON-3, R-BR-2 Return the assay of the brand in use; of an unknown brand, the one of the PML table."""
    product = view.protocol.product(view.course.product)
    return product.assay if product is not None else view.protocol.pml_assay


def needed_with_product(view: View, doses: Sequence[PlannedDose]) -> date | None:
    """R-BR-2, R-START-1 Return the day from which a JCV test of this brand's assay is needed: its first dose."""
    given = [dose.on for dose in view.administered if dose.product is view.course.product]
    if given and not view.first_unknown:
        return given[0]
    if view.may_be_treated:
        return view.as_of
    return doses[0].day if doses else None


def findings(view: View) -> list[Finding]:
    """R-BR-1 and R-BR-2: a dose without product or batch; a change of brand starts a new JCV series."""
    if not view.administered:
        return []
    last = view.administered[-1]
    found = []
    if last.product is None or not last.batches:
        found.append(Finding("R-BR-1", Level.INFO, "batch.missing", facts={"day": last.on}))
    product = view.course.product
    others = [dose for dose in view.administered if dose.product is not None and dose.product is not product]
    if product is not None and others and view.jcv.newest.get(assay_of(view)) is None:
        facts: Facts = {"from": str(others[-1].product), "to": product.value, "on": needed_with_product(view, ())}
        found.append(Finding("R-BR-2", Level.TASK, "brand.changed", view.as_of, facts))
    return found
