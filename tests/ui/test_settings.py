"""The settings page: its sections, and what they have in common."""

import pytest
from nurses import Nurse
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from infusionplanner.application.calendar.values import ContentLevel
from infusionplanner.application.settings import calendar_level, paper_names
from infusionplanner.application.sheets.values import Names
from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.pages.settings.looks import LooksSection
from infusionplanner_ui.pages.settings.page import SettingsPage
from infusionplanner_ui.pages.settings.privacy import PrivacySection

KEYS = ["unit", "closures", "places", "parameters", "users", "looks", "privacy"]


@pytest.fixture
def page(nurse: Nurse) -> SettingsPage:
    shown = nurse.desktop.frame.show_page("settings")
    assert isinstance(shown, SettingsPage)
    nurse.settle()
    return shown


def test_the_sections_are_chosen_by_the_arrows(nurse: Nurse, page: SettingsPage) -> None:
    seen = []
    for _ in KEYS:
        seen.append((page.current, page.subtitle()))
        nurse.press("Down")
    assert [key for key, _ in seen] == KEYS
    assert [name for _, name in seen] == [
        "Enheten",
        "Stengte dager",
        "Plasser",
        "Tall og grenser",
        "Brukere",
        "Språk og tema",
        "Personvern",
    ]
    assert page.current == "unit"
    nurse.press("Up")
    assert page.current == "privacy"


def test_tab_leads_from_the_list_into_the_section(nurse: Nurse, page: SettingsPage) -> None:
    page.open("places")
    page.setFocus()
    nurse.press("Tab")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.section("places").isAncestorOf(focused)


def test_an_unknown_section_changes_nothing(page: SettingsPage) -> None:
    page.open("users")
    page.open("nothing")
    page.open(3)
    assert page.current == "users"


def test_before_the_unit_is_open_nothing_can_be_changed(newcomer: Nurse) -> None:
    newcomer.desktop.ward.close()
    page = newcomer.desktop.frame.show_page("settings")
    assert isinstance(page, SettingsPage)
    newcomer.desktop.looks.set_language("en")
    newcomer.settle()
    assert not page.section("unit").isEnabled()
    assert page.title() == "Settings"


class TestLooks:
    @pytest.fixture
    def section(self, page: SettingsPage) -> LooksSection:
        page.open("looks")
        found = page.section("looks")
        assert isinstance(found, LooksSection)
        return found

    def test_each_choice_takes_effect_at_once(self, nurse: Nurse, section: LooksSection) -> None:
        section.setFocus()
        nurse.page.setFocus()
        nurse.press("Tab", "Right")
        assert nurse.desktop.looks.taste.language == "en"
        assert nurse.page.title() == "Settings"
        assert section.form.scheme.segments.accessibleName() == "Theme"
        nurse.press("Tab", "Right", "Right")
        assert nurse.desktop.looks.taste.scheme is Scheme.DARK
        nurse.press("Tab", "Space")
        assert nurse.desktop.frame.shielded

    def test_what_is_changed_elsewhere_is_shown(self, nurse: Nurse, section: LooksSection) -> None:
        nurse.press("Ctrl+Shift+H")
        assert section.form.shield.value()
        nurse.desktop.looks.set_scheme(Scheme.LIGHT)
        assert section.form.scheme.value() == "light"
        nurse.desktop.looks.set_language("en")
        QCoreApplication.processEvents()
        assert section.form.language.value() == "en"


class TestPrivacy:
    @pytest.fixture
    def section(self, page: SettingsPage) -> PrivacySection:
        page.open("privacy")
        found = page.section("privacy")
        assert isinstance(found, PrivacySection)
        return found

    def test_the_least_is_chosen_until_somebody_chooses_more(self, section: PrivacySection) -> None:
        assert section.calendars.buttons[ContentLevel.NEUTRAL].isChecked()
        assert section.paper.buttons[Names.INITIALS].isChecked()

    def test_a_choice_is_stored_and_can_be_undone(self, nurse: Nurse, section: PrivacySection) -> None:
        desk = nurse.desktop.ward.desk
        nurse.page.setFocus()
        nurse.press("Tab", "Down")
        assert calendar_level(desk) is ContentLevel.PLAIN
        section.paper.buttons[Names.CODE].click()
        nurse.settle()
        assert paper_names(desk) is Names.CODE
        nurse.press("Ctrl+Z", "Ctrl+Z")
        assert calendar_level(desk) is ContentLevel.NEUTRAL
        assert section.calendars.buttons[ContentLevel.NEUTRAL].isChecked()
        assert section.paper.buttons[Names.INITIALS].isChecked()

    def test_each_level_shows_what_a_telephone_would_say(self, section: PrivacySection) -> None:
        said = {key: made.accessibleDescription() for key, made in section.calendars.buttons.items()}
        assert said[ContentLevel.NEUTRAL] == "På telefonen: Avtale · Telefon: 400 00 000"
        assert said[ContentLevel.PLAIN] == "På telefonen: Behandling hos oss · Telefon: 400 00 000"
        full = "På telefonen: Natalizumab, dose 12, hos oss · Telefon: 400 00 000 · MS-infusjonsenheten"
        assert said[ContentLevel.FULL] == full
