"""A visit: booked, moved or cancelled, with the window of the dose drawn and the free times of the day."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.acts.booking import book_visit, cancel_visit, move_visit, proposal
from infusionplanner.application.errors import InvalidActError
from infusionplanner.application.records import Visit, VisitId, VisitState
from infusionplanner.application.views.lengths import ordered_route, visit_minutes
from infusionplanner.application.views.moving import Against, dose_for, fit, window_for
from infusionplanner.application.views.seats import seated
from infusionplanner.application.views.slots import Slot, SlotWish, free_slots
from infusionplanner.domain.patient import AppointmentKind, AppointmentStatus
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.patient_counts import counts
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import DateField, ListField, TextField
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.widgets.window_bar import WindowBar, WindowBarData
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import time as clock_time

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner.domain.result import PlannedDose
    from infusionplanner_ui.shell.ward import Ward

_MARGIN_DAYS = 4
_DOSE = AppointmentKind.DOSE


class SlotField(ListField):
    """The free times of a day by the clock, each once, at its best place; the best of all is chosen."""

    def __init__(self) -> None:
        super().__init__([])
        self._slots: dict[str, Slot] = {}

    def set_slots(self, slots: Sequence[Slot], without: str) -> None:
        """Offer free times; ``without`` names the choice of a day without a time."""
        best = slots[0] if slots else None
        kept = self.value()
        first = {slot.time: slot for slot in reversed(slots)}
        self._slots = {_key(first[time]): first[time] for time in sorted(first)}
        self.box.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.set_options(
            [
                *((key, text.join(text.clock(slot.time), slot.place or "")) for key, slot in self._slots.items()),
                ("", without),
            ]
        )
        self.set_value(kept if kept in self._slots else _key(best) if best is not None else "")
        self.box.blockSignals(False)  # noqa: FBT003 - Qt's own

    def slot(self) -> Slot | None:
        """Return the time that is chosen."""
        return self._slots.get(self.value())


def _key(slot: Slot) -> str:
    return f"{slot.time:%H:%M} {slot.place or ''}"


class BookPanel(ActPanel):
    """Books a visit. The next dose is proposed at its best day and time."""

    act = Act.BOOK

    def __init__(self, ward: Ward, patient: PatientId, kind: AppointmentKind = _DOSE, on: date | None = None) -> None:
        super().__init__(ward, patient)
        proposed = self._proposed() if kind is _DOSE else None
        self._wish = SlotWish(time=proposed[1], place=proposed[2]) if proposed is not None else SlotWish()
        self.kind = ListField(choices.coded(ward.wording, "appointment", AppointmentKind), kind)
        self.on = DateField(DateUse.COMING, self.today, on or (proposed[0] if proposed else self.today))
        self.slot = SlotField()
        self.note = TextField()
        self.bar = WindowBar()
        self.add(self.kind, lambda: self.tr("What for"))
        self.add(self.on, lambda: self.tr("Day"), required=True)
        self.add(self.slot, lambda: self.tr("Time and place"))
        self.body.addWidget(self.bar)
        self.add(self.note, lambda: self.tr("Note"))
        self._offered: tuple[object, ...] = ()
        self.finish(self._record)

    def _proposed(self) -> tuple[date, clock_time, str | None] | None:
        try:
            found = self.ward.at_desk(proposal, self.who)
        except InvalidActError:
            return None
        return found.on, found.time, found.place

    def retranslate(self) -> None:
        """Set every text."""
        self.kind.set_options(choices.coded(self.ward.wording, "appointment", AppointmentKind))
        self._offered = ()
        super().retranslate()

    def arrange(self) -> None:
        """Offer the free times of the day, and draw the window of the dose."""
        on, kind = self.on.day(), AppointmentKind(self.kind.value())
        coming = self.ward.plan(self.who).next_dose
        dose = coming if kind is _DOSE else None
        self.bar.setVisible(dose is not None and on is not None)
        self.bar.set(window_data(self.ward, dose, on) if dose is not None and on is not None else None)
        if on is not None and (on, kind) != self._offered:
            self._offered = on, kind
            slots = slots_of(self.ward, self.who, on, kind, self._wish)
            self.slot.set_slots(slots, self.tr("Only the day is agreed"))

    def fault(self) -> str:
        """Refuse a day that has passed or is closed, or that comes too soon after the dose before (R-INT-3)."""
        return day_fault(self, self.on.day(), self._dose())

    def consequences(self) -> Sequence[Said]:
        """Return how the day stands to the window of the dose."""
        return window_said(self._dose(), self.on.day())

    def _dose(self) -> PlannedDose | None:
        return self.ward.plan(self.who).next_dose if self.kind.value() == _DOSE else None

    def _record(self) -> Callable[[Desk], Done]:
        slot, on = self.slot.slot(), self.on.day() or self.today
        return partial(
            book_visit,
            patient=self.who,
            on=on,
            time=slot.time if slot is not None else None,
            kind=AppointmentKind(self.kind.value()),
            place=slot.place if slot is not None else None,
            note=self.note.value(),
        )


class VisitPanel(ActPanel):
    """Moves or cancels one of the coming visits."""

    act = Act.VISIT
    tells_early = True

    def __init__(self, ward: Ward, patient: PatientId, visit: VisitId | None = None) -> None:
        super().__init__(ward, patient)
        self._visits = {str(row.id): row for row in ward.file(patient).visits if can_move(row, self.today)}
        self.which, self.reason = ListField([]), ListField([])
        self._set_options()
        self.which.set_value(str(visit) if visit is not None else "")
        first = self._chosen()
        self.on = DateField(DateUse.COMING, self.today, first.on if first else self.today)
        self.slot = SlotField()
        self.add_other_way(self._call_off)
        self.bar = WindowBar()
        self.add(self.which, lambda: self.tr("Which visit"), required=True)
        self.add(self.on, lambda: self.tr("New day"), required=True)
        self.add(self.reason, lambda: self.tr("Why outside the window?"), required=True)
        self.add(self.slot, lambda: self.tr("Time and place"))
        self.body.addWidget(self.bar)
        self._offered: tuple[object, ...] = ()
        self.finish(self._record)
        self.which.edited.connect(self._other_visit)

    def _set_options(self) -> None:
        words = self.ward.wording
        self.which.set_options(
            [
                (key, text.join(words.label("appointment", row.kind), text.day_short(row.on), _at(row)))
                for key, row in self._visits.items()
            ]
        )
        self.reason.set_options(choices.reasons(words, self.protocol, "late"))

    def _chosen(self) -> Visit | None:
        return self._visits.get(self.which.value())

    def _other_visit(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.on.set_day(chosen.on)

    def first(self) -> DateField:
        """Begin with the new day."""
        return self.on

    def retranslate(self) -> None:
        """Set every text."""
        self._set_options()
        self.name_other_way(self.tr("Cancel this visit"), "x")
        self._offered = ()
        super().retranslate()

    def arrange(self) -> None:
        """Offer the free times of the new day, the visit's own among them."""
        on, chosen = self.on.day(), self._chosen()
        dose = self._dose()
        self.show_field(self.reason, self._needs_reason())
        self.bar.setVisible(dose is not None and on is not None)
        self.bar.set(window_data(self.ward, dose, on) if dose is not None and on is not None else None)
        if on is not None and chosen is not None and (on, chosen.id) != self._offered:
            self._offered = on, chosen.id
            wish = SlotWish(time=chosen.time, place=chosen.place)
            slots = slots_of(self.ward, self.who, on, chosen.kind, wish, moved=chosen)
            self.slot.set_slots(slots, self.tr("Only the day is agreed"))

    def _needs_reason(self) -> bool:
        """R-INT-3 Tell whether the dose is moved out of its window."""
        on, chosen = self.on.day(), self._chosen()
        if on is None or chosen is None or chosen.kind is not _DOSE or on == chosen.on:
            return False
        case = self.ward.case(self.who)
        return fit(case, window_for(case, dose_for(case.plan, chosen.on)), on).needs_reason

    def _dose(self) -> PlannedDose | None:
        chosen = self._chosen()
        if chosen is None or chosen.kind is not _DOSE:
            return None
        return next((dose for dose in self.ward.plan(self.who).doses if dose.day == chosen.on), None)

    def fault(self) -> str:
        """Refuse a day that has passed or is closed, or that comes too soon after the dose before (R-INT-3)."""
        return day_fault(self, self.on.day(), self._dose())

    def consequences(self) -> Sequence[Said]:
        """Return how the new day stands to the window of the dose."""
        return window_said(self._dose(), self.on.day())

    def _record(self) -> Callable[[Desk], Done]:
        chosen, slot = self._chosen(), self.slot.slot()
        assert chosen is not None  # noqa: S101 - the field is required
        time, place = (slot.time, slot.place) if slot is not None else (None, None)
        reason = self.reason.value() if self._needs_reason() else ""
        on = self.on.day() or chosen.on
        return partial(move_visit, visit=chosen.id, on=on, time=time, place=place, reason=reason)

    def _call_off(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.perform(partial(cancel_visit, visit=chosen.id))


def can_move(visit: Visit, today: date) -> bool:
    """Tell whether a visit lies ahead and has not begun."""
    booked = visit.status is AppointmentStatus.BOOKED and visit.state is VisitState.PLANNED
    return booked and visit.on >= today


def slots_of(  # noqa: PLR0913, PLR0917 - whose, when and what
    ward: Ward, patient: PatientId, on: date, kind: AppointmentKind, wish: SlotWish, moved: Visit | None = None
) -> tuple[Slot, ...]:
    """Return the free times of a day for a visit, with the place of a visit that is moved counted as free."""
    if not ward.unit.is_open(on):
        return ()
    known = ward.patient(patient)
    route = ordered_route(known, ward.protocol(patient), ward.unit, on) if kind is _DOSE else None
    wish = SlotWish(route, wish.time, wish.place)
    minutes, _ = visit_minutes(known, ward.protocol(patient), ward.unit, on, kind)
    now = ward.desk.now()
    others = tuple(seated(row, now) for row in ward.visits(on, on) if moved is None or row.id != moved.id)
    slots = free_slots(ward.unit, others, on, minutes, wish)
    return tuple(slot for slot in slots if on > now.date() or slot.time >= now.time())


def window_data(ward: Ward, dose: PlannedDose, on: date) -> WindowBarData:
    """Return the window of a dose as a bar, with the chosen day and the closed days named."""
    first = min(dose.earliest, on) - timedelta(days=_MARGIN_DAYS)
    last = max(dose.latest, on) + timedelta(days=_MARGIN_DAYS)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    closures = ((day, ward.unit.closure(day)) for day in days)
    closed = tuple((day, ward.wording.code("closure", why)) for day, why in closures if why is not None)
    return WindowBarData(first, last, dose.earliest, dose.latest, on, closed)


def day_fault(panel: ActPanel, on: date | None, dose: PlannedDose | None) -> str:
    """Return why a day cannot be booked for a dose or for another visit, empty when it can."""
    if on is None:
        return ""
    case = panel.ward.case(panel.who)
    window = window_for(case, dose)
    found = fit(case, window, on)
    if found.against is Against.PAST:
        return QCoreApplication.translate("VisitWords", "This day has passed.")
    if found.against is Against.CLOSED and found.closure is not None:
        why = panel.ward.wording.code("closure", found.closure)
        return QCoreApplication.translate("VisitWords", "The unit is closed: {why}.").format(why=why)
    if found.against is Against.TOO_SOON:
        said = QCoreApplication.translate("VisitWords", "Only {days} after dose {number}, at least {least} (R-INT-3).")
        return said.format(days=counts.days(found.days or 0), number=window.number_before, least=window.minimum_days)
    return ""


def window_said(dose: PlannedDose | None, on: date | None) -> list[Said]:
    """Return whether a day lies in the window of a dose."""
    if dose is None or on is None:
        return []
    window = text.span(dose.earliest, dose.latest)
    if dose.earliest <= on <= dose.latest:
        return [
            Said(
                QCoreApplication.translate("VisitWords", "Inside the window {window}").format(window=window),
                Tone.OK,
                "R-INT-3",
            )
        ]
    return [
        Said(
            QCoreApplication.translate("VisitWords", "Outside the window {window}").format(window=window),
            Tone.WARN,
            "R-INT-3",
        )
    ]


def _at(visit: Visit) -> str:
    return text.clock(visit.time) if visit.time is not None else ""
