"""A dose: given now, earlier or elsewhere; or the correction of one that is recorded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from infusionplanner.application.acts.doses import last_batch, open_findings, record_dose, report_home_dose
from infusionplanner.application.acts.judgement import NEEDS_REASON
from infusionplanner.application.acts.orders import transfer_in
from infusionplanner.application.records import DoseDetail, Visit, VisitId, VisitState
from infusionplanner.domain.patient import (
    AppointmentKind,
    AppointmentStatus,
    Dose,
    DoseStatus,
    Product,
    Reaction,
    Reporter,
    Route,
    Setting,
)
from infusionplanner.domain.reaction import SERIOUS
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import (
    ChoiceField,
    ClockField,
    DateField,
    DoctorField,
    ListField,
    NoteField,
    NumberField,
    TextField,
)
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner.domain.finding import Finding
    from infusionplanner_ui.shell.ward import Ward

ELSEWHERE = "elsewhere"
_OVER = frozenset({VisitState.DONE, VisitState.NOT_GIVEN})
_STATUSES = (DoseStatus.GIVEN, DoseStatus.INCOMPLETE, DoseStatus.MISSED)


class DosePanel(ActPanel):
    """Records a dose. What the rules say of its day stands beside it, with room for a doctor to clear."""

    act = Act.DOSE
    tells_early = True

    def __init__(self, ward: Ward, patient: PatientId, on: date | None = None) -> None:
        super().__init__(ward, patient)
        self._asked: tuple[Dose, DoseDetail] | None = None
        self._open: tuple[list[Finding], list[Finding]] = ([], [])
        route, setting = choices.ordered(self.patient, ward.plan(patient))
        product = self.patient.course.product or Product.TYSABRI
        batch = ward.at_desk(last_batch, product)
        self.on = DateField(DateUse.PAST, self.today, on or self.today)
        self.time, self.ended = ClockField(), ClockField()
        self.status = ListField([], "")
        self.mg = NumberField(1, self.protocol.dose.mg, whole=True)
        self.route = ChoiceField([])
        self.where = ListField([])
        self.place = TextField()
        self.product = ListField([])
        used = self._taken_over = batch if setting is Setting.UNIT else None
        self.batch = TextField("" if used is None else used.number)
        self.expires = DateField(DateUse.EXPIRY, self.today, None if used is None else used.expires_on)
        self.site = TextField()
        self.reaction = ListField([])
        self.told = DoctorField(self.doctors())
        self.late = ListField([])
        self.note = NoteField()
        self._set_options()
        self.status.set_value(DoseStatus.GIVEN)
        self.route.set_value(route or Route.SC)
        self.where.set_value(setting)
        self.product.set_value(product)
        self.reaction.set_value(Reaction.NONE)
        self._lay_out()
        self.fill_in()
        self.finish(self._record)

    def _set_options(self) -> None:
        words = self.ward.wording
        self.status.set_options(choices.coded(words, "dose_status", _STATUSES))
        self.route.set_options(choices.small(words, "route", Route))
        elsewhere = (ELSEWHERE, self.tr("At another hospital"))
        self.where.set_options([*choices.coded(words, "setting", Setting), elsewhere])
        self.product.set_options(self.products())
        self.reaction.set_options(self.reactions())
        self.late.set_options(choices.reasons(words, self.protocol, "late"))

    def products(self) -> choices.Options:
        """Return the brands to choose from."""
        return choices.coded(self.ward.wording, "product", Product)

    def reactions(self) -> choices.Options:
        """Return the kinds of reaction to choose from."""
        return choices.coded(self.ward.wording, "reaction", Reaction)

    def _lay_out(self) -> None:
        self.add(self.on, lambda: self.tr("Given on"), required=True)
        self.add_pair(
            (self.time, lambda: self.tr("Begun (if known)")), (self.ended, lambda: self.tr("Ended (if known)"))
        )
        self.add_pair((self.status, lambda: self.tr("What became of it")), (self.mg, lambda: self.tr("Given, mg")))
        self.add_pair((self.where, lambda: self.tr("Where")), (self.route, lambda: self.tr("Route")))
        self.add(self.place, lambda: self.tr("Which hospital"), required=True)
        self.add(self.late, lambda: self.tr("Why is it late?"), required=True)
        self.tell_here()
        self.add_pair((self.product, lambda: self.tr("Brand")), (self.batch, lambda: self.tr("Batch")))
        self.add_pair((self.expires, lambda: self.tr("Expiry date")), (self.site, lambda: self.tr("Site")))
        self.add(self.reaction, lambda: self.tr("Reaction"))
        self.add(self.told, lambda: self.tr("Doctor who was told"), required=True)
        self.add(self.note, lambda: self.tr("Note"))

    def fill_in(self) -> None:
        """Fill in what is known; a new dose has its day and the order."""

    def retranslate(self) -> None:
        """Set every text."""
        self._set_options()
        super().retranslate()

    # the rules

    def arrange(self) -> None:
        """Show what belongs to the status, to the place, and to a late dose."""
        given = self.status.value() != DoseStatus.MISSED
        if self._batch_is_taken_over() and self.where.value() != Setting.UNIT:
            self.batch.set_value("")
            self.expires.set_day(None)
        self.show_field(self.mg, self.status.value() == DoseStatus.INCOMPLETE)
        self.show_field(self.place, self.where.value() == ELSEWHERE and given)
        self.show_field(self.route, given and self.where.value() != Setting.HOME)
        for field in (self.time, self.ended, self.product, self.batch, self.expires, self.site, self.reaction):
            self.show_field(field, given)
        self.show_field(self.told, given and self.reaction.value() in SERIOUS)
        self.show_field(self.late, given and self.on.day() is not None and self._is_late())

    def _batch_is_taken_over(self) -> bool:
        """Tell whether the batch is still the one of the unit's last dose, which nobody has compared with this pack."""
        return self._taken_over is not None and self.batch.value() == self._taken_over.number

    def _is_late(self) -> bool:
        return any(finding.key in NEEDS_REASON for finding in self._findings()[1])

    def _findings(self) -> tuple[list[Finding], list[Finding]]:
        if self.on.day() is None or self.where.value() == ELSEWHERE:
            return [], []
        asked = self.dose(), self.detail()
        if asked != self._asked:
            self._asked, self._open = asked, self.open_findings(*asked)
        return self._open

    def open_findings(self, dose: Dose, detail: DoseDetail) -> tuple[list[Finding], list[Finding]]:
        """Return the stops and warnings of the dose as it is filled in."""
        return self.ward.at_desk(open_findings, self.who, dose, detail)

    def judge(self) -> tuple[Sequence[Finding], Sequence[Finding]]:
        """Return what is to be answered; why a late dose is late is answered by the reason."""
        stops, warnings = self._findings()
        return stops, [finding for finding in warnings if finding.key not in NEEDS_REASON]

    def consequences(self) -> Sequence[Said]:
        """Return what the interval is, and what an incomplete or missed dose means."""
        said = []
        on, status = self.on.day(), self.status.value()
        before = [dose.on for dose in self.patient.course.doses if dose.status is DoseStatus.GIVEN]
        last = max((day for day in before if on is None or day < on), default=None)
        if on is not None and last is not None:
            days = self.ward.wording.quantity((on - last).days, "days")
            since = self.tr("{days} since the dose of {day}").format(days=days, day=text.date(last))
            said.append(Said(since, rule="R-INT-3"))
        if status == DoseStatus.INCOMPLETE:
            words = self.tr("It does not count as a dose. The doctor sets the next date.")
            said.append(Said(words, rule="R-INT-11"))
        if self._batch_is_taken_over() and status != DoseStatus.MISSED:
            words = self.tr("Batch {batch} is taken over from the last dose in the unit. Compare it with this pack.")
            said.append(Said(words.format(batch=self.batch.value()), Tone.WARN, "R-BR-1"))
        if self.where.value() == ELSEWHERE:
            said.append(Said(self.tr("A documented dose at another hospital counts."), rule="R-OBS-1"))
        return said

    # the act

    def _route(self) -> Route:
        return Route.SC if self.where.value() == Setting.HOME else Route(self.route.value())

    def _setting(self) -> Setting:
        return Setting.HOME if self.where.value() == Setting.HOME else Setting.UNIT

    def dose(self) -> Dose:
        """Return the dose as filled in."""
        status = DoseStatus(self.status.value())
        on = self.on.day() or self.today
        if status is DoseStatus.MISSED:
            return Dose(on, setting=self._setting(), status=status, reported_by=Reporter.UNIT)
        time = self.time.time()
        mg = self.protocol.dose.mg if status is DoseStatus.GIVEN else self.mg.whole()
        batches = tuple(part.strip() for part in self.batch.value().replace(";", ",").split(",") if part.strip())
        return Dose(
            on,
            time=time,
            ended=self.ended.time(),
            route=self._route(),
            setting=self._setting(),
            product=Product(self.product.value()) if self.product.value() else None,
            status=status,
            mg=mg,
            reaction=Reaction(self.reaction.value()) if self.reaction.value() else None,
            batches=batches,
            reported_by=Reporter.PATIENT if self._setting() is Setting.HOME else Reporter.UNIT,
        )

    def detail(self) -> DoseDetail:
        """Return what is kept beside the dose, as filled in."""
        told = self.told.value() if self.reaction.value() in SERIOUS else ""
        return DoseDetail(site=self.site.value(), expires_on=self.expires.day(), note=self.note.value(), told=told)

    def _is_elsewhere(self) -> bool:
        return self.where.value() == ELSEWHERE

    def _visit(self, on: date) -> VisitId | None:
        """Return the visit of the day at which the dose was given, if there is one that is not over."""
        if self._setting() is Setting.HOME or self._is_elsewhere():
            return None
        for visit in self.ward.visits(on, on):
            if visit.patient == self.who and _waits_for_dose(visit):
                return visit.id
        return None

    def _record(self) -> Callable[[Desk], Done]:
        dose, missed = self.dose(), self.status.value() == DoseStatus.MISSED
        if self._is_elsewhere() and not missed:
            return partial(transfer_in, patient=self.who, earlier=None, doses=(dose,), hospital=self.place.value())
        at_home = self._setting() is Setting.HOME and not missed
        record = partial(report_home_dose) if at_home else partial(record_dose, visit=self._visit(dose.on))
        return partial(
            record,
            patient=self.who,
            dose=dose,
            clearances=self.findings.clearances(),
            acknowledged=self.findings.acknowledged(),
            late_reason=self.late.value() if self._is_late() else "",
            detail=self.detail(),
        )


def _waits_for_dose(visit: Visit) -> bool:
    booked = visit.kind is AppointmentKind.DOSE and visit.status is AppointmentStatus.BOOKED
    return booked and visit.dose is None and visit.state not in _OVER
