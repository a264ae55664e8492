from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.widgets.badge import Badge, CountBadge, KeyCap
from infusionplanner_ui.widgets.buttons import IconButton, button, link_button
from infusionplanner_ui.widgets.card import Card, separator
from infusionplanner_ui.widgets.countdown import Countdown, ProgressLine
from infusionplanner_ui.widgets.empty_state import EmptyState
from infusionplanner_ui.widgets.hint_bar import HintBar
from infusionplanner_ui.widgets.key_figure import FigureRow, KeyFigure
from infusionplanner_ui.widgets.label import ElidedLabel, IconView, text_label
from infusionplanner_ui.widgets.search_field import SearchField
from infusionplanner_ui.widgets.segmented import SegmentedControl
from infusionplanner_ui.widgets.table import prepare_table
from infusionplanner_ui.widgets.why_popover import WhyPopover
from infusionplanner_ui.widgets.window_bar import WindowBar, WindowBarData

Show = Callable[..., None]


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_label_shows_markup_as_it_was_typed(qtbot: QtBot) -> None:
    label = text_label("<b>Moen</b>", "strong")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>Moen</b>"


def test_long_label_is_shortened_and_whole_in_the_tooltip(show: Show) -> None:
    name = "Bjørnstad-Kristiansen, Wilhelmine Alexandra"
    label = ElidedLabel(name)
    show(label, 120, 20)
    label.grab()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == name
    label.resize(600, 20)
    label.grab()
    assert (label.shown_text(), label.toolTip()) == (name, "")


def test_tooltip_of_a_long_label_shows_markup_as_it_was_typed(show: Show) -> None:
    label = ElidedLabel("<img src=x> a long name that does not fit")
    show(label, 60, 20)
    label.grab()
    assert label.toolTip() == "<span>&lt;img src=x&gt; a long name that does not fit</span>"


@pytest.mark.parametrize(
    ("tone", "name"), [(Tone.WARN, "▲ haster"), (Tone.STOP, "● haster"), (Tone.OK, "✓ haster"), (Tone.INFO, "haster")]
)
def test_badge_tells_its_state_in_a_shape_too(qtbot: QtBot, tone: Tone, name: str) -> None:
    badge = Badge("haster", tone)
    qtbot.addWidget(badge)
    assert badge.accessibleName() == name
    plain = Badge("haster", Tone.NEUTRAL)
    qtbot.addWidget(plain)
    assert (badge.sizeHint().width() > plain.sizeHint().width()) is (tone is not Tone.INFO)


def test_badge_is_shortened_when_there_is_no_room(show: Show) -> None:
    badge = Badge("Hjemmebehandling", Tone.OK)
    show(badge, 70, 20)
    badge.grab()
    assert badge.toolTip() == "Hjemmebehandling"
    badge.set("", Tone.NEUTRAL)
    assert (badge.sizeHint().width(), badge.text, badge.tone) == (0, "", Tone.NEUTRAL)
    badge.grab()


def test_count_badge_and_key_cap(show: Show) -> None:
    count = CountBadge()
    show(count, 30, 20)
    count.grab()
    count.set("9", Tone.STOP)
    assert len(colours(count)) > 2
    cap = KeyCap("Ctrl K")
    show(cap, 60, 20)
    wide = cap.sizeHint().width()
    cap.set_keys("Esc")
    assert cap.sizeHint().width() < wide
    assert cap.accessibleName() == "Esc"


def test_buttons_have_names(qtbot: QtBot) -> None:
    icon = IconButton("chevron-left", "Dagen før")
    qtbot.addWidget(icon)
    assert (icon.accessibleName(), icon.toolTip()) == ("Dagen før", "Dagen før")
    icon.set_icon("chevron-right")
    primary = button("Lagre", "primary", "check")
    link = link_button("hvorfor?")
    for made in (primary, link):
        qtbot.addWidget(made)
    assert (primary.property("kind"), link.property("kind")) == ("primary", "link")
    assert not primary.icon().isNull()


def test_card_has_a_title_row_only_when_it_needs_one(show: Show) -> None:
    card = Card()
    show(card)
    head = card.findChildren(QLabel)[0].parentWidget()
    assert not head.isVisible()
    card.set_title("Forløp", "2026 – 2027")
    assert head.isVisible()
    assert (card.title, card.accessibleName()) == ("Forløp", "Forløp")
    card.set_title("")
    assert not head.isVisible()
    card.add_title_widget(Badge("7", Tone.WARN))
    assert head.isVisible()
    card.body.addWidget(separator())


def test_search_field_tells_keys_and_text(show: Show, qtbot: QtBot) -> None:
    field = SearchField()
    field.set_hint("Søk navn, dose, telefon", "Ctrl K", "Søk")
    show(field, 400, 32)
    qtbot.waitUntil(field.edit.hasFocus)
    assert field.property("active") is True
    assert field.edit.placeholderText() == "Søk navn, dose, telefon"
    with qtbot.waitSignal(field.searched) as told:
        qtbot.keyClicks(field.edit, "m")
    assert told.args == ["m"]
    for key, signal, arguments in (
        (Qt.Key.Key_Down, field.moved, [1]),
        (Qt.Key.Key_Up, field.moved, [-1]),
        (Qt.Key.Key_Return, field.accepted, []),
        (Qt.Key.Key_Escape, field.left, []),
    ):
        with qtbot.waitSignal(signal) as told:
            qtbot.keyClick(field.edit, key)
        assert told.args == arguments
    assert field.text() == "m"
    field.clear()
    assert field.text() == ""


def test_search_field_has_a_short_hint_where_it_is_narrow(show: Show) -> None:
    field = SearchField()
    field.set_hint("Søk navn, dose, telefon", "Ctrl K", "Søk")
    show(field, 150, 32)
    assert field.edit.placeholderText() == "Søk"
    assert field.edit.accessibleName() == "Søk navn, dose, telefon"


def test_segments_are_chosen_by_mouse_and_arrows(show: Show, qtbot: QtBot) -> None:
    control = SegmentedControl("Rute")
    assert control.current == ""
    control.set_segments([("sc", "Subkutant"), ("iv", "Intravenøst"), ("po", "Tablett")])
    show(control, 300, 34)
    parts = control.findChildren(QPushButton)
    assert control.current == "sc"
    with qtbot.waitSignal(control.changed) as told:
        qtbot.mouseClick(parts[1], Qt.MouseButton.LeftButton)
    assert told.args == ["iv"]
    with qtbot.waitSignal(control.changed) as told:
        qtbot.keyClick(parts[1], Qt.Key.Key_Right)
    assert (told.args, parts[2].hasFocus()) == (["po"], True)
    with qtbot.assertNotEmitted(control.changed):
        qtbot.keyClick(parts[2], Qt.Key.Key_Right)
        control.select("sc")
        control.set_segments([("sc", "Subcutaneous"), ("iv", "Intravenous")])
        qtbot.keyClick(parts[1], Qt.Key.Key_Tab)
    assert (control.current, parts[0].text()) == ("sc", "Subcutaneous")


def test_key_figure_is_read_out_whole(qtbot: QtBot) -> None:
    figure = KeyFigure()
    figure.set("Doser gitt", "11", "0 reaksjoner")
    figure.set_kind("error")
    row = FigureRow([figure], (2,))
    qtbot.addWidget(row)
    assert (figure.accessibleName(), figure.accessibleDescription()) == ("Doser gitt: 11", "0 reaksjoner")
    assert [label.text() for label in figure.findChildren(QLabel)] == ["DOSER GITT", "11", "0 reaksjoner"]


def test_countdown_counts_down_and_tells_when_it_is_over(show: Show, qtbot: QtBot) -> None:
    countdown = Countdown()
    countdown.set("Dose 4 av 6", 2530, 3600, note="observeres til 10.32", why="hvorfor?")
    show(countdown, 360, 90)
    assert (countdown.left_text, countdown.share) == ("42:10 igjen", pytest.approx(1 - 2530 / 3600))
    assert countdown.accessibleName() == "Dose 4 av 6 · 42:10 igjen"
    countdown.tick(-90)
    assert (countdown.left_text, countdown.share) == ("over for 1:30 siden", 1.0)
    with qtbot.waitSignal(countdown.why_asked):
        qtbot.mouseClick(countdown.findChild(QPushButton), Qt.MouseButton.LeftButton)
    countdown.set("Dose 7", 0, 0)
    assert not countdown.findChild(QPushButton).isVisible()


def test_progress_line_is_filled_from_the_left(show: Show) -> None:
    line = ProgressLine(Tone.RUNNING)
    show(line, 100, 6)
    empty = colours(line)
    line.set_share(0.5, Tone.OK)
    assert line.share == 0.5
    assert colours(line) != empty
    line.set_share(7)
    assert line.share == 1.0


WINDOW = WindowBarData(
    first=date(2026, 12, 14),
    last=date(2027, 1, 2),
    earliest=date(2026, 12, 18),
    latest=date(2026, 12, 28),
    proposed=date(2026, 12, 21),
    closed=((date(2026, 12, 24), "Julaften"),),
)


def test_window_bar_lies_at_its_days_and_names_the_closed_ones(show: Show) -> None:
    bar = WindowBar()
    show(bar, 200, 36)
    bar.grab()
    assert bar.tip_at(10) == ""
    bar.set(WINDOW)
    bar.grab()
    assert bar.day_span(WINDOW.earliest, WINDOW.latest) == (40.0, 150.0)
    assert bar.tip_at(105) == "to. 24. desember · Julaften"
    assert bar.tip_at(199) == "lø. 2. januar"
    assert bar.accessibleName() == "ma. 21. desember, vindu 18.12–28.12"
    assert bar.accessibleDescription() == "to. 24.12 Julaften"
    bar.set(None)
    bar.grab()


def test_empty_state_offers_the_ways_on(show: Show, qtbot: QtBot) -> None:
    empty = EmptyState()
    empty.set("users", "Ingen pasienter", "Åpne demoen.", (("demo", "Åpne demo"), ("import", "Importer")))
    show(empty)
    ways = [found for found in empty.findChildren(QPushButton) if found.isVisible()]
    assert [(way.text(), way.property("kind")) for way in ways] == [("Åpne demo", "primary"), ("Importer", "secondary")]
    with qtbot.waitSignal(empty.chosen) as told:
        qtbot.mouseClick(ways[1], Qt.MouseButton.LeftButton)
    assert told.args == ["import"]
    empty.set("users", "Ingen treff", "Prøv et annet ord.")
    qtbot.waitUntil(lambda: not empty.findChildren(QPushButton))


def test_hint_bar_names_keys(show: Show) -> None:
    hint = HintBar()
    hint.set_hint("Slipp for å bestille", "ma. 21.12 kl. 09.30", "28 dager etter dose 4")
    hint.set_keys((("Esc", "avbryter"),))
    show(hint, 900, 40)
    assert hint.accessibleName() == "Slipp for å bestille ma. 21.12 kl. 09.30 28 dager etter dose 4"
    assert [cap.accessibleName() for cap in hint.findChildren(KeyCap)] == ["Esc"]
    hint.set_keys(())
    hint.set_hint("M flytter")


def test_hint_bar_gives_up_keys_before_words(show: Show) -> None:
    hint = HintBar()
    hint.set_hint("Slipp for å bestille", "ma. 21.12 kl. 09.30", "28 dager etter dose 4")
    hint.set_keys((("Enter", "slipper"), ("Esc", "avbryter"), ("Ctrl Z", "angrer")))
    kept = []
    for width in (900, 560, 420):
        show(hint, width, 40)
        kept.append([cap.accessibleName() for cap in hint.findChildren(KeyCap) if cap.isVisible()])
    assert kept == [["Enter", "Esc", "Ctrl Z"], ["Enter"], []]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_why_popover_tells_the_rule_and_closes(show: Show, qtbot: QtBot, key: Qt.Key) -> None:
    anchor = QWidget()
    show(anchor, 300, 40)
    popover = WhyPopover.show_at(anchor, "R-INT-3", "Doses are given in a window.", "Handbook 4.2")
    qtbot.addWidget(popover)
    assert popover.accessibleName() == "R-INT-3. Doses are given in a window."
    assert "Handbook 4.2" in [label.text() for label in popover.findChildren(QLabel)]
    qtbot.keyClick(popover, Qt.Key.Key_A)
    assert popover.isVisible()
    closed = []
    popover.destroyed.connect(lambda: closed.append(True))
    qtbot.keyClick(popover, key)
    qtbot.waitUntil(lambda: closed == [True])


def test_why_popover_stays_on_the_screen(show: Show, qtbot: QtBot) -> None:
    anchor = QWidget()
    show(anchor, 60, 20)
    screen = anchor.screen().availableGeometry()
    anchor.move(screen.bottomRight() - QPoint(30, 20))
    popover = WhyPopover.show_at(anchor, "R-OBS-1", "Observed for an hour.")
    qtbot.addWidget(popover)
    assert screen.contains(popover.geometry())


def test_tables_are_calm(qtbot: QtBot) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    prepare_table(table, "Pasienter")
    assert table.accessibleName() == "Pasienter"
    assert not table.showGrid()
    assert table.verticalHeader().isHidden()


def test_icon_is_drawn_in_its_colour(show: Show) -> None:
    view = IconView("square", 32, "stop.text")
    show(view, 32, 32)
    before = colours(view)
    view.set_icon("circle-help")
    assert colours(view) != before
