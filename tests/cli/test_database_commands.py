import json
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from infusionplanner.application.sheets.values import WeekSheet

Run = Any
ON = ("--on", "2026-11-23")


def test_import_and_export_give_the_same_patient_back(run: Run, patient_file: Path, tmp_path: Path) -> None:
    database = tmp_path / "unit.db"
    stored = run("import", patient_file, "--db", database, *ON)
    assert (stored.status, stored.out, stored.err) == (0, "ex-01\n", f"Lest inn i {database}: 1.\n")
    first = run("export", "ex-01", "--db", database)
    document = tmp_path / "again.json"
    document.write_text(first.out, encoding="utf-8")
    assert run("import", document, "--db", tmp_path / "other.db", *ON).status == 0
    assert run("export", "ex-01", "--db", tmp_path / "other.db").out == first.out
    assert json.loads(first.out)["name"] == {"given": "Ingrid", "family": "Eksempel"}


def test_a_dry_run_stores_nothing(run: Run, patient_file: Path, tmp_path: Path) -> None:
    found = run("import", patient_file, "--db", tmp_path / "unit.db", "--dry-run", *ON)
    assert (found.status, found.err) == (0, "Kan leses inn: 1. Ingenting er lagret.\n")
    assert not (tmp_path / "unit.db").exists()
    assert run("import", patient_file, "--db", tmp_path / "unit.db", *ON).status == 0
    again = run("import", patient_file, "--db", tmp_path / "unit.db", "--dry-run", *ON)
    assert (again.status, again.out) == (2, "")
    assert "Det finnes allerede en pasient med samme id." in again.err


def test_import_is_all_or_nothing(run: Run, patient_file: Path, tmp_path: Path) -> None:
    database = tmp_path / "unit.db"
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": "infusionplanner.patient/1", "id": "b", "course": {"dozes": []}}', encoding="utf-8")
    refused = run("import", patient_file, bad, "--db", database, *ON)
    assert (refused.status, refused.out) == (2, "")
    assert "bad.json: course.dozes" in refused.err
    assert not database.exists()
    twice = run("import", patient_file, patient_file, "--db", database, *ON)
    assert twice.status == 2
    assert "ex-01" in twice.err
    assert not database.exists()


def test_import_into_a_database_that_is_there_is_all_or_nothing_too(
    run: Run, patient_file: Path, tmp_path: Path
) -> None:
    database, more = tmp_path / "unit.db", tmp_path / "more.json"
    assert run("import", patient_file, "--db", database, *ON).status == 0
    more.write_text('{"format": "infusionplanner.patient/1", "id": "b", "course": {}}', encoding="utf-8")
    refused = run("import", more, patient_file, "--db", database, *ON)
    assert (refused.status, refused.out) == (2, "")
    assert "ex-01" in refused.err
    assert run("export", "b", "--db", database).status == 2
    assert run("import", more, "--db", database, *ON).out == "b\n"
    assert run("export", "b", "--db", database).status == 0


def test_import_asks_about_two_of_one_name_and_birth_date(run: Run, patient_file: Path, tmp_path: Path) -> None:
    database, twin = tmp_path / "unit.db", tmp_path / "twin.json"
    known = json.loads(patient_file.read_text(encoding="utf-8"))
    known["birth_date"] = "1991-05-02"
    patient_file.write_text(json.dumps(known), encoding="utf-8")
    twin.write_text(json.dumps(known | {"id": "twin"}), encoding="utf-8")
    for dry in ([], ["--dry-run"]):
        refused = run("import", patient_file, twin, "--db", database, *dry, *ON)
        assert (refused.status, refused.out) == (2, "")
        assert "Pasient 2 (twin): Dette må merkes som sett først: Enheten har en pasient med samme navn" in refused.err
        assert not database.exists()
    assert run("import", patient_file, twin, "--db", database, "--confirmed", "--dry-run", *ON).status == 0
    assert run("import", patient_file, twin, "--db", database, "--confirmed", *ON).out == "ex-01\ntwin\n"


def test_import_names_the_kinds_of_file_it_reads(run: Run, tmp_path: Path) -> None:
    found = run("import", tmp_path / "list.xlsx", "--db", tmp_path / "unit.db")
    sentence = (
        "import leser bare pasientfiler (.json, .jsonl), ikke lister (.csv, .xlsx) ennå. "
        "Oppgi pasientfiler, eller registrer pasientene i vinduet."
    )
    assert (found.status, found.err) == (2, f"infusionplanner: {tmp_path / 'list.xlsx'}: {sentence}\n")


def test_export_as_fhir_tells_the_plan_of_that_day(run: Run, patient_file: Path, tmp_path: Path) -> None:
    database = tmp_path / "unit.db"
    run("import", patient_file, "--db", database, *ON)
    found = run("export", "ex-01", "--db", database, "--format", "fhir", *ON)
    made = json.loads(found.out)
    assert (found.status, made["resourceType"]) == (0, "Bundle")
    plan = next(entry["resource"] for entry in made["entry"] if entry["resource"]["resourceType"] == "CarePlan")
    assert plan["created"] == "2026-11-23"
    assert run("export", "ex-01", "--db", database, "--format", "xml").status == 2


def test_export_of_one_who_is_not_there(run: Run, demo_folder: Path) -> None:
    found = run("export", "nobody", "--db", demo_folder / "demo.db")
    assert found.status == 2
    assert "nobody" in found.err


def test_due_lists_the_units_work_most_urgent_first(run: Run, demo_folder: Path) -> None:
    rows = json.loads(run("due", "--db", demo_folder / "demo.db", "--json", *ON).out)
    assert {"patient", "name", "band", "rule", "level", "key", "due", "facts"} == set(rows[0])
    bands = [row["band"] for row in rows]
    assert bands == sorted(bands, key=["overdue", "this_week", "30_days", "later"].index)
    assert rows[0]["level"] == "stop"
    text = run("due", "--db", demo_folder / "demo.db", *ON).out
    assert text.splitlines()[0] == "FORFALT"
    assert "[R-INT-9]" in text


@pytest.mark.parametrize(
    ("week", "monday"), [("2026-W48", "2026-11-23"), ("2026w53", "2026-12-28"), (None, "2026-11-23")]
)
def test_week_draws_the_week_that_was_asked_for(
    run: Run, demo_folder: Path, sketchbook: Any, tmp_path: Path, week: str | None, monday: str
) -> None:
    out = tmp_path / "deep" / "week.pdf"
    sketchbook.drawn.clear()
    found = run("week", *([week] if week else []), "--db", demo_folder / "demo.db", "--pdf", out, "--who", "AD", *ON)
    assert (found.status, found.err) == (0, f"Uken er skrevet til {out}.\n")
    ((_, sheet, path, footer),) = sketchbook.drawn
    assert isinstance(sheet, WeekSheet)
    assert (sheet.days[0].day.isoformat(), path, footer.printed_by) == (monday, out, "AD")


@pytest.mark.parametrize("week", ["48", "2026-W54", "2026-W00", "next"])
def test_week_refuses_what_is_no_week(run: Run, demo_folder: Path, week: str) -> None:
    found = run("week", week, "--db", demo_folder / "demo.db", "--pdf", "x.pdf")
    assert (found.status, found.err) == (
        2,
        f"infusionplanner: {week}: Dette er ingen uke. Skriv år og ISO-uke, som i 2026-W48.\n",
    )


@pytest.mark.parametrize("week", ["9999-W52", "2200-W01", "1900-W52", "1850-W01", "0000-W01"])
def test_week_refuses_a_year_that_is_not_planned_for(
    run: Run, demo_folder: Path, sketchbook: Any, tmp_path: Path, week: str
) -> None:
    sketchbook.drawn.clear()
    found = run("week", week, "--db", demo_folder / "demo.db", "--pdf", tmp_path / "o.pdf")
    sentence = f"{week}: Programmet planlegger for årene 1901 til 2199. Skriv en uke i ett av dem."
    assert (found.status, found.err) == (2, f"infusionplanner: {sentence}\n")
    assert (sketchbook.drawn, (tmp_path / "o.pdf").exists()) == ([], False)


def test_the_commands_answer_in_the_language_that_is_asked_for(run: Run, patient_file: Path, tmp_path: Path) -> None:
    said = run(
        "import", patient_file, "--db", tmp_path / "unit.db", "--on", "2026-11-23", "--dry-run", "--language", "en"
    )
    assert said.err == "Can be imported: 1. Nothing was stored.\n"
    refused = run("export", "ola", "--db", tmp_path / "unit.db", "--language", "en")
    assert refused.err == (
        f"infusionplanner: {tmp_path / 'unit.db'}: there is no such file; check the name and the folder.\n"
    )


@pytest.mark.parametrize(("week", "monday"), [("1901-W01", "1900-12-31"), ("2199-W52", "2199-12-23")])
def test_week_draws_the_first_and_the_last_week(
    run: Run, demo_folder: Path, sketchbook: Any, tmp_path: Path, week: str, monday: str
) -> None:
    sketchbook.drawn.clear()
    assert run("week", week, "--db", demo_folder / "demo.db", "--pdf", tmp_path / "o.pdf", *ON).status == 0
    ((_, sheet, _, footer),) = sketchbook.drawn
    assert (sheet.days[0].day.isoformat(), footer.printed_by) == (monday, "")


def test_demo_makes_everything_in_a_folder(demo_folder: Path, sketchbook: Any) -> None:
    assert sorted(path.name for path in demo_folder.iterdir()) == [
        ".infusionplanner-demo",
        "calendars",
        "demo.db",
        "due.txt",
        "patients",
        "week.pdf",
    ]
    assert len(list((demo_folder / "patients").glob("*.json"))) == 40
    assert [kind for kind, *_ in sketchbook.drawn] == ["screenshots", "week"]
    calendars = list((demo_folder / "calendars").rglob("*.ics"))
    assert calendars
    for path in calendars:
        assert Calendar.from_ical(path.read_bytes()).events


def test_demo_is_deterministic_and_may_be_made_anew(run: Run, demo_folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in (demo_folder / "patients").iterdir()}
    again = run("demo", "--patients", 40, "--dir", demo_folder, "--on", "2026-11-23", "--no-pictures", drawing=None)
    assert again.status == 0
    assert {path.name: path.read_bytes() for path in (demo_folder / "patients").iterdir()} == before


def test_demo_never_writes_over_another_database(run: Run, tmp_path: Path) -> None:
    (tmp_path / "demo.db").write_bytes(b"mine")
    found = run("demo", "--dir", tmp_path)
    assert found.status == 2
    assert "Velg en annen mappe med --dir." in found.err
    assert (tmp_path / "demo.db").read_bytes() == b"mine"


def test_demo_opens_the_window_on_the_unit(run: Run, sketchbook: Any, tmp_path: Path) -> None:
    assert run("demo", "--patients", 3, "--dir", tmp_path / "d", "--open", *ON).status == 0
    assert [(kind, database.name, demo) for kind, database, _, demo in sketchbook.drawn] == [
        ("window", "demo.db", True)
    ]


def test_without_pictures_the_folder_has_none(run: Run, sketchbook: Any, tmp_path: Path) -> None:
    assert run("demo", "--patients", 3, "--dir", tmp_path / "d", "--no-pictures", *ON).status == 0
    assert [kind for kind, *_ in sketchbook.drawn] == ["week"]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["screenshots", "pictures"],
        ["week", "--db", "x.db", "--pdf", "x.pdf"],
        ["demo", "--patients", "2", "--open", "--dir", "d", *ON],
    ],
)
def test_what_draws_needs_the_windows(
    run: Run, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = run(*words, drawing=None)
    assert found.status == 2
    assert "Dette trenger vinduene." in found.err


def test_the_window_opens_on_the_users_own_database(
    run: Run, sketchbook: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert run().status == 0
    assert run("--db", tmp_path / "mine.db", *ON).status == 0
    (first, second) = sketchbook.drawn
    assert (first[1].name, first[2], first[3]) == ("unit.db", None, False)
    assert (second[1], str(second[2])) == (tmp_path / "mine.db", "2026-11-23")


def test_screenshots_prints_where_they_are(run: Run, tmp_path: Path) -> None:
    found = run("screenshots", tmp_path / "pictures")
    assert (found.status, found.out) == (0, f"{tmp_path / 'pictures' / 'today.png'}\n")
    assert found.err == f"Bilder i {tmp_path / 'pictures'}: 1.\n"


def test_screenshots_of_some_pictures_only(run: Run, tmp_path: Path, sketchbook: Any) -> None:
    assert run("screenshots", tmp_path, "--only", "today", "week").status == 0
    assert sketchbook.drawn == [("screenshots", tmp_path, "today", "week")]


def test_ics_from_the_database_is_the_same_again(run: Run, demo_folder: Path, tmp_path: Path) -> None:
    at_home = sorted(path.name for path in (demo_folder / "calendars").iterdir())
    words = ("ics", *at_home, "--db", demo_folder / "demo.db", "--out", tmp_path / "out", *ON)
    first = run(*words)
    assert (first.status, len(first.out.splitlines())) == (0, len(at_home))
    contents = {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert run(*words).out == first.out
    assert {path: path.read_bytes() for path in (tmp_path / "out").iterdir()} == contents


def test_ics_speaks_as_last_handed_out_unless_told_otherwise(run: Run, demo_folder: Path, tmp_path: Path) -> None:
    who = next(path.name for path in (demo_folder / "calendars").iterdir())
    words = ("ics", who, "--db", demo_folder / "demo.db", *ON)
    plain = Path(run(*words, "--out", tmp_path / "plain", "--level", "plain", "--language", "nb").out.splitlines()[0])
    assert "SUMMARY:Behandling hjemme" in plain.read_text(encoding="utf-8")
    again = Path(run(*words, "--out", tmp_path / "again").out.splitlines()[0])
    assert again.read_bytes() == plain.read_bytes()
    neutral = Path(run(*words, "--out", tmp_path / "neutral", "--level", "neutral").out.splitlines()[0])
    assert "hjemme" not in neutral.read_text(encoding="utf-8")


def test_ics_from_a_patient_file_keeps_its_identities(run: Run, patient_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    words = ("ics", patient_file, "--out", out, "--phone", "22 00 00 00", "--language", "en")
    first = run(*words, *ON)
    assert first.status == 0
    path = Path(first.out.strip())
    uids = {str(event["UID"]) for event in Calendar.from_ical(path.read_bytes()).events}
    later = run(*words, "--on", "2026-11-24")
    again = Calendar.from_ical(Path(later.out.strip()).read_bytes())
    assert {str(event["UID"]) for event in again.events} <= uids | {
        str(e["UID"]) for e in again.events if e["SEQUENCE"] == 0
    }
    text = path.read_bytes().decode()
    assert "22 00 00 00" in text
    assert "Eksempel" not in text
    assert "Ingrid" not in text


def test_ics_from_a_patient_file_tells_what_it_leaves_out(run: Run, patient_file: Path, tmp_path: Path) -> None:
    found = run("ics", patient_file, "--out", tmp_path / "out", "--on", "2027-03-01")
    assert "ex-01: Ikke i kalenderen: Doser i enheten, 23.11.2026" in found.err
    assert "Ikke i kalenderen: " in found.err


def test_ics_tells_what_it_leaves_out(run: Run, demo_folder: Path, tmp_path: Path) -> None:
    everyone = sorted(path.stem for path in (demo_folder / "patients").iterdir())
    said = [
        run("ics", name, "--db", demo_folder / "demo.db", "--out", tmp_path / "out", *ON).err for name in everyone[:12]
    ]
    assert any("Ikke i kalenderen" in text or "no event" in text for text in said)
