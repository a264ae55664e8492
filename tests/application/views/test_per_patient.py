"""What is worked out of each patient once, and again only after an act on that patient."""

from builders import HOME, jcv, regimen
from desks import DUE_TODAY, INGRID, OLA, SIX_DOSES, Bench
from home_patients import put_at_home

from infusionplanner.application.acts.doses import record_dose
from infusionplanner.application.acts.patients import add_patient
from infusionplanner.application.acts.renewals import advance_renewal
from infusionplanner.application.acts.results import register_result
from infusionplanner.application.acts.undo import undo
from infusionplanner.application.records import PatientId, RenewalState
from infusionplanner.application.views.home_patients import HomeReader, at_home, call_list, running_out, soon
from infusionplanner.application.views.overview import Overview
from infusionplanner.application.views.per_patient import ByPatient
from infusionplanner.application.views.renewal import RenewalStage, renewal_list
from infusionplanner.application.views.work_items import work_list, work_list_after
from infusionplanner.domain.patient import Course, Patient, PersonName


def test_only_those_whom_an_act_changed_are_made_again(bench: Bench) -> None:
    bench.add(OLA)
    doses: ByPatient[int] = ByPatient()
    asked: list[PatientId] = []

    def read(overview: Overview) -> dict[PatientId, int]:
        def make(who: PatientId) -> int:
            asked.append(who)
            return overview.plans[who].doses_completed

        return doses.of(overview, make)

    seen = Overview.of(bench.desk)
    before = {INGRID: seen.plans[INGRID].doses_completed, OLA: seen.plans[OLA].doses_completed}
    assert read(seen) == read(seen) == before
    assert sorted(asked) == sorted((INGRID, OLA))
    seen = seen.refresh(record_dose(bench.desk, INGRID, DUE_TODAY))
    assert read(seen) == {**before, INGRID: before[INGRID] + 1}
    assert asked[2:] == [INGRID]
    seen = seen.refresh(add_patient(bench.desk, Patient("kari")))
    assert read(seen)[PatientId("kari")] == 0
    seen = seen.refresh(undo(bench.desk))
    assert PatientId("kari") not in read(seen)
    assert asked[2:] == [INGRID, "kari"]


def test_the_lists_of_home_treatment_are_the_same_read_again_or_anew(bench: Bench) -> None:
    ola = put_at_home(bench)
    put_at_home(bench, "kari", prescriptions=(), dispensings=())
    bench.add(PatientId("per"), regimens=[regimen("2026-06-08", setting=HOME)])
    reader, seen = HomeReader(), Overview.of(bench.desk)
    for act in (
        lambda: advance_renewal(bench.desk, ola, RenewalState.ASKED),
        lambda: register_result(bench.desk, ola, jcv("2026-11-20", index=0.12)),
        lambda: record_dose(bench.desk, INGRID, DUE_TODAY),
        lambda: undo(bench.desk),
        lambda: undo(bench.desk),
    ):
        found = reader.read(seen)
        home = at_home(seen.patients, seen.plans)
        assert found.at_home == home
        assert found.calls == call_list(home)
        assert found.supply == running_out(home)
        assert found.soon == soon(seen.plans)
        assert tuple(found.renewals.values()) == renewal_list(seen)
        seen = seen.refresh(act())
    assert found.renewals[ola].stage is RenewalStage.ASKED


def test_what_is_equally_urgent_is_listed_by_the_patients_names(bench: Bench) -> None:
    names = {"a": PersonName("Per", "Ås"), "b": PersonName("Liv", "Ødegård"), "c": PersonName("Ingrid", "Aamodt")}
    for who, name in names.items():
        add_patient(bench.desk, Patient(who, name=name, course=Course(doses=SIX_DOSES)))
    listed = [item.patient for item in work_list(Overview.of(bench.desk)) if item.patient in names]
    first = listed[0:3]
    assert first == ["b", "c", "a"]
    assert listed == first * (len(listed) // 3)


def test_the_work_list_after_an_act_is_the_work_list(bench: Bench) -> None:
    bench.add(OLA)
    put_at_home(bench, "kari", prescriptions=(), dispensings=())
    seen = Overview.of(bench.desk)
    work = work_list(seen)
    for act in (
        lambda: register_result(bench.desk, INGRID, jcv("2026-11-20", index=0.12)),
        lambda: record_dose(bench.desk, OLA, DUE_TODAY),
        lambda: undo(bench.desk),
        lambda: add_patient(bench.desk, Patient("per")),
        lambda: undo(bench.desk),
    ):
        done = act()
        seen = seen.refresh(done)
        work = work_list_after(work, seen, done.patients)
        assert work == work_list(seen)
