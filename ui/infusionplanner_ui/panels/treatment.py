"""The order: route, interval and place of the coming doses, with the rules shown while they are chosen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from infusionplanner.application.acts.orders import order_regimen, preview_order, restart_treatment
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.history import View
from infusionplanner.domain.interval import extended_from
from infusionplanner.domain.patient import IntervalReason, Patient, Regimen, Route, Setting
from infusionplanner.domain.plan import plan
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.patient_words import every
from infusionplanner_ui.models.tones import tone_of
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import ChoiceField, DateField, DoctorField, ListField, NumberField
from infusionplanner_ui.panels.form.preview import ask_of_visits
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.panels.form.visits_field import VisitsField
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner_ui.shell.ward import Ward

OTHER = "other"
_SHOWN_DATES = 3
_BINDING = ("R-INT-", "R-HOME-2")


class TreatmentPanel(ActPanel):
    """Orders route, interval and setting from a day on."""

    act = Act.TREATMENT
    tells_early = True

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self._restart = self.act is Act.RESTART
        self._asked: Regimen | None = None
        self._answered: tuple[Finding, ...] = ()
        known = self.patient
        route, setting = choices.ordered(known, ward.plan(patient))
        interval = self._interval_now()
        rules = self.protocol.interval
        extended = interval == rules.extended_days
        usual = interval == rules.standard_days
        self.from_ = DateField(DateUse.COMING, self.today, self.today)
        self.route = ChoiceField([])
        self.interval = ChoiceField([])
        self.days = NumberField(rules.minimum_days, 400, whole=True)
        self.setting = ChoiceField([])
        self.reason = ListField([])
        self.by = DoctorField(self.doctors())
        self.on = DateField(DateUse.PAST, self.today, self.today)
        self.review_on = DateField(DateUse.COMING, self.today)
        self.visits = VisitsField()
        self._set_options()
        self.route.set_value(route or Route.SC)
        self.setting.set_value(setting)
        self.interval.set_value(str(interval) if usual or extended else OTHER)
        self.days.set_number(interval)
        self._lay_out()
        self.finish(self._record)

    def _lay_out(self) -> None:
        self.add(self.route, lambda: self.tr("Route"))
        self.add(self.interval, lambda: self.tr("Interval"))
        self.add(self.days, lambda: self.tr("Days between doses"), required=True)
        self.add(self.setting, lambda: self.tr("Where"))
        self.add(self.reason, lambda: self.tr("Reason for the longer interval"))
        self.tell_here()
        self.add(self.from_, lambda: self.tr("Holds from"), required=True)
        self.add_pair((self.by, lambda: self.tr("Ordered by (doctor)")), (self.on, lambda: self.tr("Ordered on")))
        self.add(self.review_on, lambda: self.tr("Review on (optional)"))
        self.add(self.visits, lambda: self.tr("Booked visits that do not fit any more"), required=True)

    def _set_options(self) -> None:
        words, rules = self.ward.wording, self.protocol.interval
        self.route.set_options(choices.small(words, "route", Route))
        self.setting.set_options(choices.coded(words, "setting", Setting))
        self.interval.set_options(
            [
                (str(rules.standard_days), text.sentence(every(rules.standard_days))),
                (str(rules.extended_days), text.sentence(every(rules.extended_days))),
                (OTHER, self.tr("Other")),
            ]
        )
        self.reason.set_options(choices.reasons(words, self.protocol, "interval"))

    def retranslate(self) -> None:
        """Set every text."""
        self._set_options()
        super().retranslate()

    # the rules

    def arrange(self) -> None:
        """Ask for a reason, a doctor and a review where the interval is no standard one (R-INT-5, R-INT-7)."""
        rules = self.protocol.interval
        self.show_field(self.days, self.interval.value() == OTHER)
        longer = (self._days() or 0) > rules.standard_days
        own = self._days() != rules.standard_days
        self.show_field(self.reason, longer)
        self.show_field(self.review_on, own)
        self.by.required = self.on.required = own
        ask_of_visits(self, self.visits, None if self._days() is None else self._ordered())

    def judge(self) -> tuple[Sequence[Finding], Sequence[Finding]]:
        """Return what binds the order itself: the rules of the interval and of the brand's form."""
        binding = [row for row in self._brought() if row.rule.startswith(_BINDING)]
        stops = [row for row in binding if row.level is Level.STOP]
        return stops, [row for row in binding if row.level is Level.WARN]

    def consequences(self) -> Sequence[Said]:
        """Return the limit of the extended interval, what falls back, what else follows, and the next dates."""
        said = [*self._limit(), *self._falls_back()]
        others = (row for row in self._brought() if not row.rule.startswith(_BINDING))
        said += [Said(self.ward.wording.finding(row), tone_of(row), row.rule) for row in others]
        return [*said, *self._next_dates()]

    def _limit(self) -> list[Said]:
        if (self._days() or 0) <= self.protocol.interval.standard_days:
            return []
        view = View(self.patient, self.protocol, self.ward.unit, self.today)
        limit = extended_from(view)
        if limit is None:
            return [Said(self.tr("The first dose is unknown, and so is the limit."), Tone.WARN, "R-INT-6")]
        passed = limit <= (self.from_.day() or self.today)
        words = self.tr("Extended interval from {day}: reached") if passed else self.tr("Extended interval from {day}")
        return [Said(words.format(day=text.date(limit)), Tone.OK if passed else Tone.WARN, "R-INT-6")]

    def _falls_back(self) -> list[Said]:
        """R-INT-8: a longer interval is tied to its route; say so when the route changes."""
        route, _ = choices.ordered(self.patient, self.ward.plan(self.who))
        standard = self.protocol.interval.standard_days
        if route is None or Route(self.route.value()) is route or self._interval_now() == standard:
            return []
        words = self.tr("The order of {before} was for {route}. With the new route it falls back to {standard}.")
        before, after = every(self._interval_now()), every(standard)
        code = self.ward.wording.code("route", route)
        return [Said(words.format(before=before, route=code, standard=after), Tone.WARN, "R-INT-8")]

    def _next_dates(self) -> list[Said]:
        doses = plan(self._ordered(), self.protocol, self.ward.unit, self.today).doses[:_SHOWN_DATES]
        if not doses:
            return []
        days = ", ".join(text.near_day(dose.day, self.today) for dose in doses)
        return [Said(self.tr("Next doses: {days}").format(days=days), rule=doses[0].rule)]

    def _brought(self) -> tuple[Finding, ...]:
        regimen = self._regimen()
        if regimen != self._asked:
            self._asked = regimen
            self._answered = self.ward.at_desk(preview_order, self.who, regimen, restart=self._restart)
        return self._answered

    # what is filled in

    def _interval_now(self) -> int:
        coming = self.ward.plan(self.who).next_dose
        return self.protocol.interval.standard_days if coming is None else coming.interval_days

    def _days(self) -> int | None:
        chosen = self.interval.value()
        return self.days.whole() if chosen == OTHER else int(chosen)

    def _regimen(self) -> Regimen:
        days = self._days()
        standard = self.protocol.interval.standard_days
        longer = days is not None and days > standard
        reason = IntervalReason(self.reason.value()) if longer and self.reason.value() else None
        return Regimen(
            from_=self.from_.day() or self.today,
            route=Route(self.route.value()),
            interval_days=None if days == standard else days,
            setting=Setting(self.setting.value()),
            reason=reason,
            ordered_by=self.by.value() or None,
            ordered_on=self.on.day(),
            review_on=None if days == standard else self.review_on.day(),
        )

    def _ordered(self) -> Patient:
        known = self.patient
        course = replace(known.course, regimens=(*known.course.regimens, self._regimen()))
        return replace(known, course=replace(course, stop=None) if self._restart else course)

    def _record(self) -> Callable[[Desk], Done]:
        order = restart_treatment if self._restart else order_regimen
        clearances, acknowledged = self.findings.clearances(), self.findings.acknowledged()
        return partial(
            order,
            patient=self.who,
            regimen=self._regimen(),
            clearances=clearances,
            acknowledged=acknowledged,
            visits=self.visits.changes(),
        )


class RestartPanel(TreatmentPanel):
    """Takes up a stopped treatment again, with its order."""

    act = Act.RESTART
