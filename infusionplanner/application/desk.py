"""What a person works at: the store, the clock, the protocols, and who it is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.errors import UnknownProtocolError
from infusionplanner.application.journal import Actor, NewAct
from infusionplanner.application.ports import Clock, Store, Writing
from infusionplanner.application.records import ActId, PatientId, PatientRecord, Visit, VisitId
from infusionplanner.domain.patient import Patient
from infusionplanner.domain.plan import plan
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import Plan
from infusionplanner.domain.unit import Unit

Overriding = Callable[[Protocol, Mapping[str, object]], Protocol]
"""Returns a protocol with a unit's own values; raises ``ParameterRefusedError``."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a use case needs.

    ``protocols`` are as shipped; ``protocol`` gives them as the unit uses them. ``built_on`` is the revision that the
    next act is built on, None when it is built on what is stored at that moment; ``revisions`` has those of patients
    who were read later than the rest.
    """

    store: Store
    clock: Clock
    actor: Actor
    protocols: Mapping[str, Protocol]
    overriding: Overriding
    built_on: ActId | None = None
    revisions: Mapping[PatientId, ActId] = field(default_factory=dict)

    def today(self) -> date:
        """Return the local date."""
        return self.clock.today()

    def now(self) -> datetime:
        """Return the local time."""
        return self.clock.now()

    @property
    def who(self) -> str:
        """The initials of the person at the desk."""
        return self.actor.person

    def signed(self, who: str, roles: Iterable[str] = ()) -> "Desk":
        """Return the same desk with another person at it, in a session that begins now."""
        return replace(self, actor=Actor.signed_in(who, roles))

    def based_on(self, revision: ActId | None, revisions: Mapping[PatientId, ActId] | None = None) -> "Desk":
        """Return the same desk for one act that is built on what was shown as of a revision.

        What others have changed since is not overwritten by it: ``StaleError``. None: on what is stored at that moment.
        An act on one of the patients in ``revisions`` is built on the revision there.
        """
        return replace(self, built_on=revision, revisions=revisions or {})

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def unit(self) -> Unit:
        """Return the unit."""
        with self.store.reading() as reading:
            return reading.unit()

    def record(self, patient: PatientId) -> PatientRecord:
        """Return a patient with the ids of the facts."""
        with self.store.reading() as reading:
            return reading.record(patient)

    def patient(self, patient: PatientId) -> Patient:
        """Return a patient."""
        return self.record(patient).patient

    def visit(self, visit: VisitId) -> Visit:
        """Return a visit."""
        with self.store.reading() as reading:
            return reading.visit(visit)

    def protocol(self, name: str, unit: Unit) -> Protocol:
        """Return a protocol with the unit's own parameters. Raises ``UnknownProtocolError``."""
        if (found := self.protocols.get(name)) is None:
            raise UnknownProtocolError(name)
        return self.overriding(found, unit.parameters)

    def plan(self, patient: PatientId, *, on: date | None = None, months: int = 12) -> Plan:
        """Return a patient's plan as of ``on`` (default: today)."""
        with self.store.reading() as reading:
            known, unit = reading.record(patient).patient, reading.unit()
        return plan(known, self.protocol(known.course.protocol, unit), unit, on or self.today(), months=months)

    @contextmanager
    def act(self, kind: ActKind, patient: PatientId | None = None, undoes: ActId | None = None) -> Iterator[Writing]:
        """Open the unit of work of one act of this person, now."""
        built_on = self.built_on if patient is None else self.revisions.get(patient, self.built_on)
        with self.store.writing(NewAct(kind, self.actor, self.now(), patient, undoes, built_on)) as work:
            yield work

    @contextmanager
    def act_on_visit(self, kind: ActKind, visit: VisitId) -> Iterator[tuple[Writing, Visit]]:
        """Open the unit of work of one act on a visit, with the visit as it stands."""
        with self.act(kind, self.visit(visit).patient) as work:
            yield work, work.visit(visit)
