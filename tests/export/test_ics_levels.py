"""What calendar files keep to themselves at each level of content."""

from dataclasses import replace

import pytest
from calendars import FULL, PATIENT, everything

from infusionplanner.application.calendar.values import CalendarContent, ContentLevel
from infusionplanner.domain.patient import Language
from infusionplanner.export.ics import calendar_bytes, calendar_code, file_name, single_files

BETRAYING = (
    PATIENT,
    "natalizumab",
    "tysabri",
    "tyruko",
    "MS-enheten",
    "enheten",
    "infus",
    "sykehus",
    "hospital",
    "multippel",
    "sclerosis",
    "resept",
    "prescription",
    "apotek",
    "pharmacy",
    "JC",
    "MR ",
    "MRI",
    "EDSS",
    "nevro",
    "neuro",
    "blod",
    "blood",
    "sprøyte",
    "inject",
    "behandling",
    "treatment",
    "dose",
    "kontroll",
    "scan",
)


@pytest.mark.parametrize("language", Language)
def test_the_neutral_level_tells_nothing_in_any_byte_or_file_name(language: Language) -> None:
    content = CalendarContent(
        ContentLevel.NEUTRAL, language, "55 00 00 00", "natalizumab", "MS-enheten, Eksempel sykehus"
    )
    ledger = everything(content)
    code = calendar_code(ledger)
    files = {file_name(ledger, content, code): calendar_bytes(ledger, content), **single_files(ledger, content, code)}
    for name, data in files.items():
        said = (name + data.decode().replace("\r\n ", "")).lower()
        assert [word for word in BETRAYING if word.lower() in said] == []


@pytest.mark.parametrize("language", Language)
def test_the_plain_level_names_neither_drug_nor_diagnosis(language: Language) -> None:
    content = replace(FULL, level=ContentLevel.PLAIN, language=language)
    said = calendar_bytes(everything(content), content).decode().replace("\r\n ", "").lower()
    for word in ("natalizumab", "ms-enheten", "edss", "jc", "nevro", "neuro", "mri", "infus", "antistoff", "antibod"):
        assert word not in said
