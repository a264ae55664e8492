"""R-BR: the pack that a dose is taken from: its product, its batches and the day until which it may be used."""

from dataclasses import dataclass
from datetime import date

from infusionplanner.domain.finding import Facts, Finding, Level, Scope
from infusionplanner.domain.patient import Product


@dataclass(frozen=True, slots=True)
class Pack:
    """The pack as read off before a dose; what nobody has read is None, or no batch."""

    product: Product | None = None
    batches: tuple[str, ...] = ()
    expires_on: date | None = None


def findings(ordered: Product | None, pack: Pack, on: date) -> list[Finding]:
    """R-BR-1, R-BR-3 and R-BR-4 A pack without a batch number, past its day, or of another product than ordered."""
    found = []
    if pack.expires_on is not None and pack.expires_on < on:
        expired: Facts = {"expires_on": pack.expires_on}
        found.append(Finding("R-BR-3", Level.STOP, "batch.expired", facts=expired, scope=Scope.NEXT))
    if ordered is not None and pack.product is not None and pack.product is not ordered:
        products: Facts = {"ordered": ordered.value, "product": pack.product.value}
        found.append(Finding("R-BR-4", Level.STOP, "batch.other_product", facts=products, scope=Scope.NEXT))
    if not pack.batches:
        found.append(Finding("R-BR-1", Level.WARN, "batch.unread"))
    return found
