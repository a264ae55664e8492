"""Ny time beside the day's board: what the panel says of the day before the visit is booked."""

import pytest
from mornings import Morning

from infusionplanner.domain.patient import AppointmentKind

OUTSIDE = "Utenfor vinduet 14.10–24.10"
LATE = "35 dager etter forfall (19.10.2026). Oppgi begrunnelse."


def _open(morning: Morning, family: str, day: str = "") -> None:
    patient = morning.patient(family)
    morning.page.book(patient)
    if day:
        morning.page.booking._day.setText(day)
        morning.page.booking._show_meaning()


def test_a_late_dose_is_not_booked_without_a_word(morning: Morning) -> None:
    _open(morning, "Nordli")
    booking = morning.page.booking
    assert booking._day.text() == "23.11.2026"
    assert booking.said == (
        "63 dager mellom siste dose (21.09.2026) og neste. Lege må avklare før den gis.",
        OUTSIDE,
        "63 dager siden siste dose (21.09.2026). Fare for rebound, kritisk fra 01.12.2026.",
        LATE,
    )
    assert [line.rule for line in booking._said] == ["R-INT-10", "R-INT-3", "R-INT-9", "R-INT-3"]
    assert not booking._bar.isHidden()
    assert booking._bar.accessibleName() == "ma. 23. november, vindu 14.10–24.10"
    assert booking._primary.isEnabled()


def test_a_day_in_the_window_says_so(morning: Morning) -> None:
    _open(morning, "Moen")
    booking = morning.page.booking
    assert booking.said == ("Innenfor vinduet 16.12–26.12",)
    assert booking._meaning.text() == "Mandag 21. desember 2026. Ledig: 08.45, 09.00, 09.15, 09.30"


@pytest.mark.parametrize(
    ("day", "meaning"),
    [
        ("24.12.2026", "Torsdag 24. desember 2026 er stengt: julaften."),
        ("20.11.2026", "Denne dagen er passert."),
    ],
)
def test_a_day_on_which_the_unit_takes_nobody_cannot_be_booked(morning: Morning, day: str, meaning: str) -> None:
    _open(morning, "Moen", day)
    assert morning.page.booking._meaning.text().casefold() == meaning.casefold()
    assert not morning.page.booking._primary.isEnabled()


def test_a_dose_too_soon_after_the_last_one_is_a_stop(morning: Morning) -> None:
    _open(morning, "Moen", "09.12.2026")
    booking = morning.page.booking
    said = "Bare 16 dager siden siste dose (23.11.2026). Det skal gå minst 21 dager: tidligst 14.12.2026."
    assert booking.said == (said,)
    assert not booking._primary.isEnabled()
    booking._day.setText("15.12.2026")
    booking._show_meaning()
    assert booking._primary.isEnabled()


def test_a_visit_without_a_dose_has_no_window(morning: Morning) -> None:
    _open(morning, "Nordli")
    booking = morning.page.booking
    booking._kind.setCurrentIndex(booking._kind.findData(AppointmentKind.BLOODS))
    booking._show_meaning()
    assert booking.said == ()
    assert booking._bar.isHidden()
    assert booking._primary.isEnabled()


def test_what_is_not_a_day_says_nothing(morning: Morning) -> None:
    _open(morning, "Nordli", "en dag")
    booking = morning.page.booking
    assert (booking.said, booking._meaning.text()) == ((), "")


def test_patients_stand_in_norwegian_order(morning: Morning) -> None:
    morning.page.book(None)
    everybody = [row.name for row in morning.page.booking._index._rows]
    assert everybody[-1] == "Åsen, Torbjørn"
    assert everybody.index("Østby, Åge") < everybody.index("Ås, Berit")
