"""Doses given at another hospital before the patient came here (R-OBS-1)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from infusionplanner.application.acts.orders import transfer_in
from infusionplanner.domain.patient import Dose, DoseStatus, EarlierDoses, Reaction, Reporter, Route, Setting
from infusionplanner.text.reading import DateUse, read_date
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices, preview
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import ChoiceField, DateField, NoteField, NumberField, TextField
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner_ui.shell.ward import Ward

MOST_DOSES = 400


class DaysField(NoteField):
    """Days, one below the other or parted by blanks or commas."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhDate)

    def days(self) -> tuple[date, ...]:
        """Return the days that can be read, in order."""
        found = (read_date(part, DateUse.PAST, self._today) for part in self._parts())
        return tuple(sorted(day for day in found if day is not None))

    def _parts(self) -> list[str]:
        return self.value().replace(",", " ").replace(";", " ").split()

    def fault(self) -> str:
        """Say which day cannot be read, has not come, or stands twice."""
        for part in self._parts():
            day = read_date(part, DateUse.PAST, self._today)
            if day is None:
                return self.tr("{part} is no day. Write 23.11.2026.").format(part=part)
            if day > self._today:
                return self.tr("{part} has not come yet.").format(part=part)
        if len(set(self.days())) < len(self.days()):
            return self.tr("A day stands here twice.")
        return ""

    def help(self) -> str:
        """Say how many days are read, and from when to when."""
        days = self.days()
        if not days:
            return ""
        span = f"{text.date(days[0])}–{text.date(days[-1])}"
        return text.join(self.tr("%n dose(s)", "", len(days)), span)


class TransferPanel(ActPanel):
    """Records earlier doses with their source: dated ones one by one, others as a number that needs the source."""

    act = Act.TRANSFER

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        known = self.patient.course.earlier_doses or EarlierDoses()
        self.source = TextField(known.source or "")
        self.hospital = TextField()
        self.route = ChoiceField(choices.small(ward.wording, "route", Route))
        self.days = DaysField(self.today)
        self.route.unset()
        self.reactions = ChoiceField([])
        self.sc = NumberField(0, MOST_DOSES, whole=True)
        self.iv = NumberField(0, MOST_DOSES, whole=True)
        self.sc.set_number(known.sc or None)
        self.iv.set_number(known.iv or None)
        self.first_on = DateField(DateUse.PAST, self.today, known.first_on)
        self.last_on = DateField(DateUse.PAST, self.today, known.last_on)
        self.add(self.source, lambda: self.tr("Source (hospital, letter, date)"))
        self.add(self.days, lambda: self.tr("Days of the doses, when they are known"))
        self.add(self.hospital, lambda: self.tr("Hospital where they were given"))
        self.add(self.route, lambda: self.tr("Route of the dated doses"), required=True)
        self.add(self.reactions, lambda: self.tr("Reactions to them"))
        self.add_pair(
            (self.sc, lambda: self.tr("Number s.c. without days")),
            (self.iv, lambda: self.tr("Number i.v. without days")),
        )
        self.add_pair(
            (self.first_on, lambda: self.tr("First of them")), (self.last_on, lambda: self.tr("Last of them"))
        )
        self.finish(self._record)

    def retranslate(self) -> None:
        """Set every text."""
        self.route.set_options(choices.small(self.ward.wording, "route", Route))
        none = (Reaction.NONE.value, self.ward.wording.code("reaction", Reaction.NONE))
        self.reactions.set_options([("unknown", self.tr("unknown")), none])
        super().retranslate()

    def arrange(self) -> None:
        """Ask for the route of dated doses, and for the days of a mere number."""
        numbered = bool(self.sc.whole() or self.iv.whole())
        self.show_field(self.hospital, bool(self.days.days()))
        self.show_field(self.route, bool(self.days.days()))
        self.show_field(self.reactions, bool(self.days.days()))
        self.show_field(self.first_on, numbered)
        self.show_field(self.last_on, numbered)

    def fault(self) -> str:
        """Ask for something to record, and for days in their order."""
        first, last = self.first_on.day(), self.last_on.day()
        if first is not None and last is not None and first > last:
            return self.tr("The first dose lies after the last one.")
        known = {dose.on for dose in self.patient.course.doses if dose.status is not DoseStatus.MISSED}
        double = next((day for day in self.days.days() if day in known), None)
        if double is not None:
            return self.tr("A dose on {day} is already recorded.").format(day=text.date(double))
        return ""

    def is_complete(self) -> bool:
        """Wait for days or a number."""
        return bool(self.days.days() or self.sc.whole() or self.iv.whole())

    def consequences(self) -> Sequence[Said]:
        """Return how many doses count, and what the rules say."""
        course = self.patient.course
        doses = tuple(sorted((*course.doses, *self._doses()), key=lambda dose: dose.on))
        after = preview.planned(self, preview.with_course(self.patient, earlier_doses=self._earlier(), doses=doses))
        said = [Said(self.tr("Completed doses: {n}").format(n=after.doses_completed), rule="R-OBS-1", kind="strong")]
        if not self.source.value() and (self.sc.whole() or self.iv.whole()):
            said.append(Said(self.tr("Without a source these doses do not count."), Tone.WARN, "R-OBS-1"))
        return [*said, *preview.outcome(self, after)]

    def _earlier(self) -> EarlierDoses:
        sc, iv = self.sc.whole() or 0, self.iv.whole() or 0
        first, last = (self.first_on.day(), self.last_on.day()) if sc + iv else (None, None)
        return EarlierDoses(sc, iv, first, last, self.source.value() or None)

    def _doses(self) -> tuple[Dose, ...]:
        route = None if self.route.is_empty() else Route(self.route.value())
        product = self.patient.course.product
        full = self.protocol.dose.mg
        reaction = Reaction.NONE if self.reactions.value() == Reaction.NONE else None
        return tuple(
            Dose(
                day,
                route=route,
                setting=Setting.UNIT,
                product=product,
                status=DoseStatus.GIVEN,
                mg=full,
                reaction=reaction,
                reported_by=Reporter.UNIT,
            )
            for day in self.days.days()
        )

    def _record(self) -> Callable[[Desk], Done]:
        return partial(
            transfer_in,
            patient=self.who,
            earlier=self._earlier(),
            doses=self._doses(),
            hospital=self.hospital.value(),
        )
