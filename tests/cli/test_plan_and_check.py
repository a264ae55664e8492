import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from infusionplanner.cli import main

Run = Any
ON = ("--on", "2026-11-09")


def test_plan_prints_one_json_line_for_each_patient(run: Run, patient_file: Path) -> None:
    document = patient_file.read_text(encoding="utf-8")
    lines = "\n".join(document.replace("ex-01", name) for name in ("a", "b", "c"))
    found = run("plan", "-", "--json", *ON, stdin=lines)
    assert (found.status, found.err) == (0, "")
    assert [(row["format"], row["patient"], row["next_dose"]["due"]) for row in found.rows] == [
        ("infusionplanner.plan/1", name, "2026-11-23") for name in ("a", "b", "c")
    ]


def test_plan_takes_months_ahead_and_a_units_settings(run: Run, patient_file: Path, tmp_path: Path) -> None:
    unit = tmp_path / "unit.toml"
    unit.write_text('closed = ["2026-11-23"]\n[parameters]\n"observation_minutes" = 90\n', encoding="utf-8")
    found = run("plan", patient_file, "--json", "--months", 2, "--unit", unit, *ON).rows[0]
    assert [row["proposed"] for row in found["doses"]] == ["2026-11-24", "2026-12-22"]
    assert found["next_dose"]["observation"]["minutes"] == 90


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("nb", ["Eksempel, Ingrid · Natalizumab · per 09.11.2026 · 1 dose gitt", "Kommende doser", "Merknader"]),
        ("en", ["Eksempel, Ingrid · Natalizumab · as of 9 Nov 2026 · 1 dose given", "Coming doses", "Findings"]),
    ],
)
def test_plan_speaks_both_languages(run: Run, patient_file: Path, language: str, lines: list[str]) -> None:
    found = run("plan", patient_file, patient_file, "--language", language, *ON).out.splitlines()
    assert [line for line in lines if line not in found] == []


def test_check_answers_yes_with_zero_and_no_with_one(run: Run, patient_file: Path) -> None:
    soon = run("check", patient_file, "--date", "2026-11-10", "--json", *ON)
    assert (soon.status, soon.rows[0]["verdict"], soon.rows[0]["days_since_last"]) == (1, "stop", 15)
    due = run("check", patient_file, "--date", "2026-11-23", "--json", *ON)
    assert (due.status, due.rows[0]["verdict"]) == (0, "warn")


def test_check_in_words_names_the_rule(run: Run, patient_file: Path) -> None:
    found = run("check", patient_file, "--date", "2026-11-10", *ON)
    assert found.out.splitlines()[0] == "Eksempel, Ingrid · ti. 10. november 2026 · stopp · 15 dager siden siste dose"
    assert "[R-INT-3]" in found.out
    next_day = run("check", patient_file, "--date", "2026-10-27", "--on", "2026-10-27", "--language", "en")
    assert next_day.out.splitlines()[0].endswith(" · 1 day since the last dose")


def test_check_at_home_and_by_another_route(run: Run, patient_file: Path) -> None:
    home = run("check", patient_file, "--date", "2026-11-23", "--setting", "home", "--route", "sc", "--json", *ON)
    assert home.status == 1
    assert "home.not_eligible" in [row["key"] for row in home.rows[0]["findings"]]


def test_check_of_one_who_never_had_a_dose_counts_no_days(run: Run) -> None:
    new = json.dumps({"format": "infusionplanner.patient/1", "id": "new", "course": {}})
    found = run("check", "-", "--date", "2026-11-23", *ON, stdin=new)
    assert found.out.splitlines()[0] == "new · ma. 23. november 2026 · stopp"


BROKEN = [
    ('{"format": "infusionplanner.patient/1", ', "linje 1"),
    ('{"format": "infusionplanner.patient/2", "id": "a", "course": {}}', "infusionplanner.patient/1"),
    (
        '{"format": "infusionplanner.patient/1", "id": "a", "course": {"doses": [{"on": "2026-02-30"}]}}',
        "course.doses[0].on",
    ),
    (
        '{"format": "infusionplanner.patient/1", "id": "a", "course": {"doses": [{"on": "2027-01-04"}]}}',
        "course.doses[0].on",
    ),
    ('{"format": "infusionplanner.patient/1", "id": "a", "course": {"product": "aspirin"}}', "course.product"),
    ('{"format": "infusionplanner.patient/1", "id": "a", "course": {"protocol": "aspirin"}}', "aspirin"),
    ('{"format": "infusionplanner.patient/1", "id": "a", "course": {"dose": []}}', "course.dose"),
    ('{"format": "infusionplanner.patient/1", "id": 7, "course": {}}', "id"),
]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "mangler; legg det til."),
        ("en", "is missing; add it."),
    ],
)
def test_a_bad_file_is_told_in_the_language_of_the_command(run: Run, tmp_path: Path, language: str, said: str) -> None:
    file = tmp_path / "bad.json"
    file.write_text('{"format": "infusionplanner.patient/1", "id": "a", "course": {"doses": [{"mg": 300}]}}')
    found = run("plan", file, "--language", language, *ON)
    assert (found.status, found.out) == (2, "")
    assert found.err == f"infusionplanner: bad.json: course.doses[0].on {said}\n"


@pytest.mark.parametrize(("text", "names"), BROKEN)
@pytest.mark.parametrize("command", ["plan", "check"])
def test_bad_input_is_one_sentence_and_exit_2(run: Run, command: str, text: str, names: str) -> None:
    words = [command, "-", "--json", *ON, *(["--date", "2026-11-23"] if command == "check" else [])]
    found = run(*words, stdin=text)
    assert (found.status, found.out) == (2, "")
    assert found.err.startswith("infusionplanner: ")
    assert names in found.err
    assert len(found.err.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["plan", "nowhere.json"],
        ["plan", "-", "--unit", "nowhere.toml"],
        ["plan", "."],
        ["due", "--db", "nowhere.db"],
        ["export", "ex-01", "--db", "nowhere.db"],
    ],
)
def test_a_missing_file_is_named(run: Run, words: list[str]) -> None:
    found = run(*words)
    assert (found.status, found.out) == (2, "")
    assert len(found.err.splitlines()) == 1
    assert "Traceback" not in found.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["plan", "-", "--on", "2026-13-01"], "write it as year-month-day"),
        (["plan", "-", "--on", "20261123"], "write it as year-month-day"),
        (["plan", "-", "--on", "1899-01-01"], "outside the years"),
        (["plan", "-", "--months", "x"], "is not a number of months"),
        (["demo", "--patients", "0"], "is not a whole number from 1 to 20000"),
        (["nonsense"], "invalid choice"),
    ],
)
def test_words_that_cannot_be_are_refused(run: Run, words: list[str], says: str) -> None:
    found = run(*words)
    assert found.status == 2
    assert says in found.err


def test_an_interrupt_leaves_no_traceback(run: Run, patient_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(main.COMMANDS, "plan", interrupted)
    found = run("plan", patient_file)
    assert (found.status, found.err) == (2, "infusionplanner: avbrutt.\n")


def test_help_shows_every_command_and_examples(run: Run) -> None:
    found = run("--help")
    assert found.status == 0
    for command in ("plan", "check", "import", "export", "ics", "week", "due", "demo", "screenshots"):
        assert f"\n    {command}" in found.out
        assert f"infusionplanner {command} " in run(command, "--help").out
    assert "examples:" in found.out


def test_a_closed_pipe_ends_in_silence(patient_file: Path) -> None:
    program = "import sys; from infusionplanner.cli.main import main; sys.exit(main(sys.argv[1:]))"
    words = [sys.executable, "-c", program, "plan", *[str(patient_file)] * 400, *ON]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        assert (process.wait(), said) == (2, b"")


def test_a_file_that_may_not_be_used_is_named(run: Run, patient_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: object) -> int:
        raise PermissionError(13, "Permission denied", "unit.db")

    monkeypatch.setitem(main.COMMANDS, "plan", refused)
    found = run("plan", patient_file)
    sentence = "infusionplanner: unit.db: Permission denied; se på navnet og mappen.\n"
    assert (found.status, found.err) == (2, sentence)


def test_a_stream_that_cannot_change_its_encoding_is_left_as_it_is() -> None:
    stream = io.StringIO()
    main._speak_utf8(stream)
    stream.write("Ærlig Øye")
    assert stream.getvalue() == "Ærlig Øye"


@pytest.mark.parametrize("command", ["plan", "import", "ics"])
def test_an_unknown_protocol_is_named_with_its_file_and_field(run: Run, tmp_path: Path, command: str) -> None:
    file = tmp_path / "list.jsonl"
    file.write_text('{"format": "infusionplanner.patient/1", "id": "a", "course": {"protocol": "aspirin"}}')
    more = {"plan": [], "import": ["--db", tmp_path / "unit.db"], "ics": ["--out", tmp_path / "out"]}[command]
    found = run(command, file, *ON, *more)
    assert (found.status, found.out) == (2, "")
    assert found.err == (
        'infusionplanner: list.jsonl: course.protocol hos pasient "a" er "aspirin", som ikke er kjent her; '
        "skriv en av natalizumab.\n"
    )
    assert list(tmp_path.iterdir()) == [file]


def test_a_refused_parameter_is_named_with_its_file(run: Run, patient_file: Path, tmp_path: Path) -> None:
    unit = tmp_path / "enhet.toml"
    unit.write_text("[parameters]\ninterval_standard_days = -3\n")
    found = run("plan", patient_file, *ON, "--unit", unit)
    assert (found.status, found.out) == (2, "")
    assert found.err == (
        f"infusionplanner: {unit}: parameter interval_standard_days: -3 er utenfor det mulige. Bruk 1 til 4000 dager.\n"
    )


def test_a_unit_file_that_cannot_be_read_is_told_in_the_language_of_the_command(
    run: Run, patient_file: Path, tmp_path: Path
) -> None:
    unit = tmp_path / "enhet.toml"
    unit.write_text('[hours]\nfrom = "8"\nto = "16:00"\n')
    in_bokmal = run("plan", patient_file, *ON, "--unit", unit)
    in_english = run("plan", patient_file, *ON, "--unit", unit, "--language", "en")
    assert (in_bokmal.status, in_bokmal.out, in_english.status) == (2, "", 2)
    assert in_bokmal.err == (
        f"infusionplanner: {unit}, linje 2: hours.from: '8' er ikke et klokkeslett. Skriv det som i from = \"08:00\".\n"
    )
    assert in_english.err == (
        f"infusionplanner: {unit}, line 2: hours.from: '8' is not a time of day. Write it as in from = \"08:00\".\n"
    )
