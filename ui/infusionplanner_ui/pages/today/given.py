"""What was given: the form while the dose runs, with the batch that was used last; afterwards what was recorded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from infusionplanner.application.records import DoseDetail
from infusionplanner.domain.patient import Dose, DoseStatus, Reaction, Reporter, Setting
from infusionplanner.text.reading import DateUse, read_clock, read_date, typed_date
from infusionplanner_ui.pages.today.begun import Begun
from infusionplanner_ui.pages.today.parts import FieldRow, Section
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.widgets.wrapped import WrappedLabel
from infusionplanner_ui.words import text
from infusionplanner_ui.words.sites import site_words, usual_sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from datetime import time as clock_time

    from infusionplanner_ui.pages.today.case import VisitCase
    from infusionplanner_ui.shell.ward import Ward

_BETWEEN = re.compile(r"[\s,;·/]+")


@dataclass
class GivenDraft:
    """What has been typed so far for one visit."""

    batch: str = ""
    expires: str = ""
    site: str = ""
    reaction: int = 0
    partial: bool = False
    mg: str = ""
    time: str = ""
    note: str = ""
    told: str = ""


class GivenProblem(Exception):  # noqa: N818 - no failure of the program: a field is not right yet
    """A field cannot be so; ``where`` is the field."""

    def __init__(self, sentence: str, where: QWidget) -> None:
        super().__init__(sentence)
        self.where = where


def _minute(at: datetime) -> clock_time:
    """Return the time of day without its seconds; both ends of a dose lose theirs, so none ends before it begins."""
    return at.time().replace(second=0, microsecond=0)


class GivenSection(Section):
    """Batch, expiry, site and reaction, to be filled in or as recorded."""

    submitted = Signal()

    def __init__(self, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ward = ward
        self._begun: Begun[int, GivenDraft] = Begun()
        self._draft: GivenDraft | None = None
        self._language = ""
        self.batch = QLineEdit()

    def show_case(self, case: VisitCase, *, editing: bool) -> None:
        """Show the form, or with ``editing`` off what was recorded."""
        same = self._draft is not None and self._draft is self._begun.mine.get(case.visit.id)
        if editing and same and self._language == self._ward.language:
            return  # somebody is filling it in: nothing moves under the hand
        self.clear()
        self._draft = None
        self.set_heading(self.tr("Given"))
        if editing:
            self._show_form(case)
        elif case.dose is not None:
            self._show_recorded(case, case.dose)
        self.setVisible(self.body.count() > 0)

    # the form

    def _show_form(self, case: VisitCase) -> None:
        self._language = self._ward.language
        draft = self._draft = self._begun.mine.setdefault(case.visit.id, self._proposed(case))
        self._time: QLineEdit | None = None
        if not case.is_today:
            self._time = self._line(draft.time, "time")
            self._add(self.tr("Given at"), self._time)
        self.batch = self._line(draft.batch, "batch")
        self.batch.setPlaceholderText(self.tr("one or two numbers"))
        self._expires = self._line(draft.expires, "expires")
        self._expires.setPlaceholderText(self.tr("month.year"))
        self._expires.editingFinished.connect(partial(self._write_whole, self._expires, case.today))
        self._site = self._site_box(case, draft)
        self._reaction = QComboBox()
        for code in Reaction:
            self._reaction.addItem(self._ward.wording.label("reaction", code), code)
        self._reaction.setCurrentIndex(draft.reaction)
        self._reaction.currentIndexChanged.connect(self._keep("reaction"))
        self._partial = QCheckBox(self.tr("The dose was not completed"))
        self._partial.setChecked(draft.partial)
        self._mg = self._line(draft.mg, "mg")
        self._mg.setPlaceholderText(self.tr("of {mg} mg").format(mg=case.protocol.dose.mg))
        self._add(self.tr("Batch"), self.batch)
        self._taken_over = text_label(
            self.tr("Taken over from the last dose: compare it with this pack."), "watch", wrap=True
        )
        self._last_batch = "" if case.batch is None else case.batch.number
        self.body.addWidget(self._taken_over)
        self._mark_batch(draft.batch)
        self.batch.textChanged.connect(self._mark_batch)
        self._add(self.tr("Expires"), self._expires)
        self._add(self.tr("Site"), self._site)
        self._add(self.tr("Reaction"), self._reaction)
        self.body.addWidget(self._partial)
        row = FieldRow(self.tr("Given mg"), self._mg)
        row.setVisible(draft.partial)
        self.body.addWidget(row)
        self._partial.toggled.connect(self._keep("partial"))
        self._partial.toggled.connect(row.setVisible)

    def _proposed(self, case: VisitCase) -> GivenDraft:
        """Return the form as it opens: the batch that was used last, unless it has expired."""
        draft = GivenDraft(time="" if case.visit.time is None else text.clock(case.visit.time))
        batch = case.batch
        if batch is not None and (batch.expires_on is None or batch.expires_on >= case.visit.on):
            draft.batch = batch.number
            draft.expires = "" if batch.expires_on is None else typed_date(batch.expires_on)
        return draft

    def _line(self, value: str, name: str) -> QLineEdit:
        made = QLineEdit(value)
        made.textChanged.connect(self._keep(name))
        made.returnPressed.connect(self.submitted)
        return made

    @staticmethod
    def _write_whole(line: QLineEdit, today: date) -> None:
        """Write an expiry out, so that a year nobody typed is seen."""
        day = read_date(line.text(), DateUse.EXPIRY, today)
        if day is not None:
            line.setText(typed_date(day))

    def _site_box(self, case: VisitCase, draft: GivenDraft) -> QComboBox:
        """Return the sites of this patient's earlier doses, then the usual ones for the route."""
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        earlier = tuple(site_words(site) for site in case.sites[:3])
        for site in dict.fromkeys((*earlier, *usual_sites(case.route))):
            box.addItem(site)
        box.setCurrentIndex(-1)
        box.setCurrentText(draft.site)
        line = box.lineEdit()
        if line is not None and earlier:
            line.setPlaceholderText(self.tr("last time {site}").format(site=earlier[0]))
        box.currentTextChanged.connect(self._keep("site"))
        return box

    def _keep(self, name: str) -> Callable[[object], None]:
        draft = self._draft

        def keep(value: object) -> None:
            setattr(draft, name, value)

        return keep

    def _mark_batch(self, written: str) -> None:
        """Say that nobody has compared the batch with the pack, as long as it is the one of the last dose."""
        self._taken_over.setVisible(bool(written) and written.strip() == self._last_batch)

    def _add(self, name: str, value: QWidget) -> None:
        self.body.addWidget(FieldRow(name, value))

    def focus_first(self) -> None:
        """Put the focus on the batch."""
        self.batch.setFocus()
        self.batch.selectAll()

    def set_reaction(self, reaction: Reaction, note: str, told: str) -> None:
        """Take in a reaction that came while the dose ran; it is stored with the dose."""
        if self._draft is not None:
            self._draft.note, self._draft.told = note, told
            self._reaction.setCurrentIndex(tuple(Reaction).index(reaction))

    # what the form says

    def dose(self, case: VisitCase) -> tuple[Dose, DoseDetail]:
        """Return the dose as filled in, ended now. Raises ``GivenProblem`` when a field is not right."""
        draft = self._draft
        assert draft is not None  # noqa: S101 - asked only while the form is shown
        expires = self._expiry(case, draft.expires.strip())
        batches = tuple(part for part in _BETWEEN.split(draft.batch.strip()) if part)
        begun, ended = self._times(case, draft)
        dose = Dose(
            case.visit.on,
            time=begun,
            ended=ended,
            route=case.route,
            setting=Setting.UNIT,
            product=case.row.patient.course.product,
            status=DoseStatus.INCOMPLETE if draft.partial else DoseStatus.GIVEN,
            mg=self._milligrams(case, draft),
            reaction=tuple(Reaction)[draft.reaction],
            batches=batches,
            reported_by=Reporter.UNIT,
        )
        return dose, DoseDetail(site=draft.site.strip(), expires_on=expires, note=draft.note, told=draft.told)

    def _expiry(self, case: VisitCase, written: str) -> date | None:
        if not written:
            return None
        day = read_date(written, DateUse.EXPIRY, case.today)
        if day is None:
            raise GivenProblem(self.tr("Write month and year, as 06.2028, or the day as 30.06.2028."), self._expires)
        return day

    def _milligrams(self, case: VisitCase, draft: GivenDraft) -> int | None:
        if not draft.partial:
            return case.protocol.dose.mg
        written = draft.mg.strip()
        if not written:
            return None
        if not (written.isascii() and written.isdigit() and int(written) <= case.protocol.dose.mg):
            raise GivenProblem(self.tr("Write how many mg were given, or leave it empty."), self._mg)
        return int(written)

    def _times(self, case: VisitCase, draft: GivenDraft) -> tuple[clock_time | None, clock_time | None]:
        """Return when the dose began and ended: now for a dose of today, as written for an earlier day."""
        if case.is_today:
            begun, now = case.visit.started_at, self._ward.desk.now()
            return None if begun is None else _minute(begun), _minute(now)
        at = read_clock(draft.time)
        if at is None and draft.time.strip():
            raise GivenProblem(self.tr("Write the time as 09.15."), self._time or self.batch)
        return at, None

    def change_person(self, before: str, after: str) -> None:
        """Put the forms of one person away, and take up those of another."""
        self._begun.change_person(before, after)
        self._draft = None

    def drop_all(self) -> None:
        """Throw every form away."""
        self._begun.drop_all()
        self._draft = None

    def forget(self, case: VisitCase) -> None:
        """Let the form of a visit go: it is stored."""
        self._begun.mine.pop(case.visit.id, None)

    # what was recorded

    def _show_recorded(self, case: VisitCase, dose: Dose) -> None:
        detail = case.detail or DoseDetail()
        rows = [(self.tr("Batch"), text.join(*dose.batches) or self.tr("not recorded"))]
        if detail.site:
            rows.append((self.tr("Site"), site_words(detail.site)))
        reaction = self.tr("none")
        if dose.reaction is None:
            reaction = self.tr("not recorded")
        elif dose.reaction is not Reaction.NONE:
            reaction = self._ward.wording.code("reaction", dose.reaction)
        rows.append((self.tr("Reaction"), reaction))
        if dose.status is DoseStatus.INCOMPLETE:
            given = (
                self.tr("not completed") if dose.mg is None else self.tr("{mg} mg, not completed").format(mg=dose.mg)
            )
            rows.insert(0, (self.tr("Dose"), given))
        for name, value in rows:
            self.body.addWidget(FieldRow(name, WrappedLabel(value)))
        if detail.note:
            self.body.addWidget(FieldRow(self.tr("Measures"), text_label(detail.note, wrap=True)))
        if detail.told:
            self.body.addWidget(FieldRow(self.tr("Doctor told"), WrappedLabel(detail.told)))
