"""The page of one patient: key figures, course, plan with its reasons, record and history, and every act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from infusionplanner.application.records import PatientId
from infusionplanner.application.views.patient_file import PatientFile, patient_file
from infusionplanner_ui.look.icons import icon, set_icon
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models.identity import Identity, identity
from infusionplanner_ui.models.patient_rows import PatientRow, Show
from infusionplanner_ui.pages.patient import figures as patient_figures
from infusionplanner_ui.pages.patient import timeline as patient_timeline
from infusionplanner_ui.pages.patient.cards import FindingsCard, HomeCard, NotesCard, SideCard, SupplyCard
from infusionplanner_ui.pages.patient.columns import PatientColumns
from infusionplanner_ui.pages.patient.facts import PatientFacts
from infusionplanner_ui.pages.patient.tabs import PatientTabs
from infusionplanner_ui.panels.acts.spec import Act, Menu, Wish
from infusionplanner_ui.panels.acts.table import ACTS, acts_for, offered, spec_of
from infusionplanner_ui.panels.form.host import PanelHost
from infusionplanner_ui.panels.form.menu import ButtonLetter, with_mnemonics
from infusionplanner_ui.panels.form.rule_line import Rules, explain
from infusionplanner_ui.panels.opening import panel
from infusionplanner_ui.shell.folding import Width
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.buttons import IconButton, button
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.empty_state import EmptyState
from infusionplanner_ui.widgets.key_figure import FigureRow, KeyFigure
from infusionplanner_ui.widgets.timeline.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.journal import JournalAct
    from infusionplanner_ui.pages.patient.plan import PlanLine
    from infusionplanner_ui.panels.acts.spec import ActSpec
    from infusionplanner_ui.shell.answers import Query
    from infusionplanner_ui.shell.folding import Fold
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.operations import Changes
    from infusionplanner_ui.shell.ward import Ward

_STRETCHES = (5, 4, 6, 4, 4)


class PatientPage(Page):
    """Shows one patient. ``open(patient id)`` shows another; ``wish`` opens the panel of an act."""

    def __init__(self, frame: Frame, ward: Ward) -> None:
        super().__init__(frame)
        self._ward = ward
        self._patient: PatientId | None = None
        self.facts: PatientFacts | None = None
        self._file: Query[PatientFile] = ward.query(self, self._show_file)
        self._read_from: tuple[object, bool] = (None, False)
        self._shift = 0
        self.badge, self.flag = Badge(), Badge()
        self._back = IconButton("chevron-left")
        self._record, self._change = button(), button()
        self._print, self._export = button(), button("", "primary")
        self.figures = tuple(KeyFigure() for _ in _STRETCHES)
        self.timeline = Timeline()
        self._earlier, self._later = (
            IconButton("chevron-left", kind="quiet"),
            IconButton("chevron-right", kind="quiet"),
        )
        self._course = Card()
        self.tabs = PatientTabs()
        self.cards: tuple[SideCard, ...] = (FindingsCard(), HomeCard(), SupplyCard(), NotesCard())
        self.host = PanelHost(self, ward)
        self.host.may_show = lambda patient: patient == self._patient
        self._anchor: QWidget | None = None
        self._build()
        self._connect()
        self._add_shortcuts()
        self.retranslate()

    # the page

    def title(self) -> str:
        """Return the patient's name, or the initials under the shield."""
        return self._who.name if self._who is not None else self.tr("Patient")

    def subtitle(self) -> str:
        """Return what tells the patient from another of the same name."""
        return self._who.rest if self._who is not None else ""

    @property
    def _who(self) -> Identity | None:
        """Who is shown, as it may be shown now."""
        if self.facts is None:
            return None
        return identity(self.facts.patient, self.facts.today, shielded=self.frame.shielded)

    def navigation_widgets(self) -> Sequence[QWidget]:
        """Return the way back."""
        return (self._back,)

    def title_widgets(self) -> Sequence[QWidget]:
        """Return the badges that tell where in the treatment the patient is, and what holds it."""
        return self.badge, self.flag

    def header_widgets(self) -> Sequence[QWidget]:
        """Return the menus of acts, printing and the calendar."""
        return self._record, self._change, self._print, self._export

    def staying_acts(self, fold: Fold) -> Sequence[QWidget]:
        """Keep recording beside the main act one step longer; changing and printing fold first."""
        first = (self._record,) if fold.width is Width.MEDIUM else ()
        return (*first, *super().staying_acts(fold))

    def open(self, argument: object) -> None:
        """Show a patient, or open the panel of a wish for one: ``patient id`` or ``(patient id, wish)``."""
        wish = None
        if isinstance(argument, tuple):
            argument, wish = argument
        patient = PatientId(str(argument))
        other = patient != self._patient
        if other:
            self.host.put_away()
            self._shift = 0
        if other or not self._is_current():
            self._patient = patient
            self._read()
        if other:
            self._file.afterwards(partial(self.host.bring_back, patient))
        if isinstance(wish, Wish):
            self._file.afterwards(partial(self.wish, wish))

    def refresh(self, changes: Changes) -> None:
        """Read the patient again when something of it changed."""
        patient = self._patient
        if patient is None or not (changes.touches(patient) or changes.visits or self.facts is None):
            return
        if not self._is_current():
            self._read()

    def _is_current(self) -> bool:
        """Tell whether nothing changed since: each act gives another overview, equal or not, and the shield counts."""
        overview, shielded = self._read_from
        return self._ward.is_open and overview is self._ward.overview and shielded == self.frame.shielded

    def _read(self) -> None:
        self._read_from = (self._ward.overview if self._ward.is_open else None), self.frame.shielded
        known = self._ward.is_open and self._patient in self._ward.overview.patients
        if known and self._patient is not None:
            self._file.ask(patient_file, self._patient)
            if self._file.is_waiting and (self.facts is None or self.facts.id != self._patient):
                self._show_nobody()  # nothing of another patient stands there meanwhile
                self._file.afterwards(self._take_focus)
        else:
            self._file.drop()
            self.host.close_panel()
            self._show_nobody()

    def _show_file(self, file: PatientFile) -> None:
        self.facts = PatientFacts.of(self._ward, file, shielded=self.frame.shielded)
        self._show()
        self.header_changed.emit()

    def _take_focus(self) -> None:
        """Let the keys go to the tables, unless somebody has gone elsewhere since."""
        focus = self.window().focusWidget()
        if focus is None or not focus.isVisible() or self.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_nobody(self) -> None:
        self.facts = None
        self._show()
        self.header_changed.emit()

    # building

    def _build(self) -> None:
        figures = Card()
        figures.body.setContentsMargins(space(4), space(3), space(4), space(3))
        figures.body.addWidget(FigureRow(self.figures, _STRETCHES))
        self._course.add_title_widget(self._earlier)
        self._course.add_title_widget(self._later)
        self._course.body.addWidget(self.timeline)
        self.columns = PatientColumns((figures, self._course), self.tabs, self.cards)
        whole = QWidget()
        self.stand(self.columns.work, self.columns.side, self.host, within=whole)
        self.empty = EmptyState()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(whole)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.setFocusProxy(self.tabs.tables[0].view)

    def _connect(self) -> None:
        self._back.clicked.connect(self.frame.back)
        self._record.clicked.connect(partial(self._show_menu, self._record, Menu.RECORD))
        self._change.clicked.connect(partial(self._show_menu, self._change, Menu.CHANGE))
        self._print.clicked.connect(partial(self.wish, Wish(Act.PLAN_SHEET)))
        self._export.clicked.connect(partial(self.wish, Wish(Act.CALENDAR)))
        self._earlier.clicked.connect(partial(self._move_timeline, -patient_timeline.STEP_MONTHS))
        self._later.clicked.connect(partial(self._move_timeline, patient_timeline.STEP_MONTHS))
        self.tabs.wished.connect(self.wish)
        self.tabs.why_asked.connect(self._explain)
        self.tabs.act_chosen.connect(self._show_act)
        for card in self.cards:
            card.wished.connect(self.wish)
        self.host.wanted.connect(self.open)
        self.host.opened.connect(partial(self.columns.give_way, True))  # noqa: FBT003 - a setter of one state
        self.host.closed.connect(partial(self.columns.give_way, False))  # noqa: FBT003 - a setter of one state
        self.empty.chosen.connect(lambda _: self.frame.show_page("patients"))

    def _add_shortcuts(self) -> None:
        for spec in ACTS:
            if spec.key:
                self._shortcut(spec.key, partial(self.wish, Wish(spec.act)))
        self._letters = [ButtonLetter(pressed, self) for pressed in (self._record, self._change)]

    def _shortcut(self, keys: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(act)

    def retranslate(self) -> None:
        """Set every text."""
        self._back.set_name(self.tr("Back (Alt+Left)"))
        self._record.setText(self.tr("&Record …"))
        self._change.setText(self.tr("&Change treatment …"))
        for letter in self._letters:
            letter.follow()
        self._name_outputs()
        self._earlier.set_name(self.tr("Earlier"))
        self._later.set_name(self.tr("Later"))
        self._name_empty()
        self.tabs.retranslate()
        if self._ward.is_open and self.facts is not None:
            self._read()
        else:
            self._show()

    def _name_empty(self) -> None:
        if self._file.is_waiting:
            self.empty.set("clock", self.tr("Reading the patient"), self.tr("One moment …"))
            return
        way = ("patients", self.tr("All patients"))
        self.empty.set("user", self.tr("No patient chosen"), self.tr("Choose a patient in the list."), (way,))

    def _name_outputs(self) -> None:
        """Name printing and calendar by what there is room for beside a birth date."""
        wide = self.frame.fold.width >= Width.WIDE
        print_plan, hand_out = spec_of(Act.PLAN_SHEET).title, spec_of(Act.CALENDAR).title
        self._print.setText(print_plan if wide else "")
        self._print.setToolTip("" if wide else print_plan)
        self._print.setAccessibleName(print_plan)
        set_icon(self._print, "printer")
        self._export.setText(hand_out if wide else self.tr("Calendar …"))
        self._export.setAccessibleName(hand_out)

    def fold(self, fold: Fold) -> None:
        """Give cards and panels their width, and shorten the names of buttons where there is little room."""
        super().fold(fold)
        self.columns.fold(fold)
        self.host.set_width(fold.panel)
        self.timeline.set_low(low=fold.is_low)
        self._name_outputs()

    # showing

    def _show(self) -> None:
        facts = self.facts
        self._stack.setCurrentIndex(0 if facts is not None else 1)
        for made in (self._record, self._change, self._print, self._export):
            made.setEnabled(facts is not None)
        self.tabs.show_facts(facts)
        if facts is None:
            self._name_empty()
            self.badge.set("")
            self.flag.set("")
            return
        self.badge.set(*stage_badge(facts))
        self.flag.set(*flag_badge(facts))
        for shown, figure in zip(self.figures, patient_figures.figures(facts), strict=True):
            shown.set(figure.heading, figure.value, figure.note)
            shown.set_kind(figure.kind)
        self._show_timeline()
        for card in self.cards:
            card.show_facts(facts)
        self.columns.to_top()

    def _show_timeline(self) -> None:
        if self.facts is None:
            return
        lanes = patient_timeline.lanes(self.facts)
        data = patient_timeline.timeline(self.facts, lanes, self._shift)
        years = str(data.first.year) if data.first.year == data.last.year else f"{data.first.year} – {data.last.year}"
        self._course.set_title(self.tr("Course"), years)
        self.timeline.set_data(data)
        first, last = patient_timeline.span_of(lanes, self.facts.today)
        self._earlier.setEnabled(first < data.first)
        self._later.setEnabled(last > data.last)

    def _move_timeline(self, months: int) -> None:
        self._shift += months
        self._show_timeline()

    def _explain(self, line: PlanLine, cell: QRect, viewport: QWidget) -> None:
        if self.facts is None:
            return
        # The box stands below a widget, so the cell gets one for as long as it is open.
        anchor = QWidget(viewport)
        anchor.setGeometry(cell)
        popover = explain(Rules(self.facts.protocol, self.facts.wording), line.rule, anchor)
        popover.destroyed.connect(anchor.deleteLater)

    # acts

    def wish(self, wish: Wish) -> None:
        """Open the panel of an act for this patient."""
        if self.facts is not None and offered(wish.act, self.facts.patient, self.facts.plan):
            self.host.open(panel(self._ward, self.facts.id, wish))

    def patient_acts(self) -> tuple[ActSpec, ...]:
        """Return the acts that are offered now, for the menus and for the commands of Ctrl+K."""
        return () if self.facts is None else acts_for(self.facts.patient, self.facts.plan)

    def _show_menu(self, anchor: QPushButton, which: Menu) -> None:
        specs = [spec for spec in self.patient_acts() if spec.menu is which]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = with_mnemonics([spec.entry for spec in specs])
        for before, spec, name in zip([*specs[:1], *specs], specs, names, strict=False):
            if spec.group != before.group:
                menu.addSeparator()
            entry = menu.addAction(icon(spec.icon), name)
            entry.setShortcut(QKeySequence(spec.key))
            entry.triggered.connect(partial(self.wish, Wish(spec.act)))
        menu.popup(self.frame.menu_corner(anchor))

    def _show_act(self, act: JournalAct) -> None:
        from infusionplanner_ui.panels.change import ChangePanel  # noqa: PLC0415 - looked at seldom

        if self.facts is not None:
            self.host.open(ChangePanel(self._ward, self.facts.id, act))


def stage_badge(facts: PatientFacts) -> tuple[str, Tone]:
    """Return where in the treatment a patient is, in a word; nothing is in order beside a stop."""
    row = PatientRow(facts.id, facts.patient, facts.plan, facts.today)
    held = flag_badge(facts)[1] is Tone.STOP
    words = {
        Show.STOPPED: (QCoreApplication.translate("PatientPage", "Stopped"), Tone.NEUTRAL),
        Show.BEFORE: (QCoreApplication.translate("PatientPage", "Before start"), Tone.INFO),
        Show.HOME: (QCoreApplication.translate("PatientPage", "Home treatment"), Tone.NEUTRAL if held else Tone.OK),
        Show.UNIT: (QCoreApplication.translate("PatientPage", "In the unit"), Tone.NEUTRAL),
    }
    return words[row.stage]


def flag_badge(facts: PatientFacts) -> tuple[str, Tone]:
    """Return what holds the treatment or changes it, in a word; nothing for most patients."""
    if facts.plan.next_dose is not None and facts.plan.next_dose.blocked:
        return QCoreApplication.translate("PatientPage", "Stop"), Tone.STOP
    if facts.view.pregnancy is not None:
        return QCoreApplication.translate("PatientPage", "Pregnant"), Tone.INFO
    if facts.patient.course.bridging is not None:
        return QCoreApplication.translate("PatientPage", "Bridging course"), Tone.INFO
    return "", Tone.NEUTRAL
