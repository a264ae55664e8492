"""What leaves the program: the calendar and the plan on paper."""

from __future__ import annotations

from infusionplanner.application.act_kinds import ActKind
from infusionplanner_ui.panels.acts.spec import Act, ActSpec, Menu
from infusionplanner_ui.words.i18n import translate

OUTPUT: tuple[ActSpec, ...] = (
    ActSpec(
        Act.CALENDAR,
        lambda: translate("PatientActs", "Hand out calendar"),
        "output.calendar_out:CalendarPanel",
        (ActKind.HAND_OUT_CALENDAR,),
        lambda: translate("PatientActs", "Hand out calendar"),
        Menu.OUTPUT,
        icon="calendar-days",
        key="Ctrl+E",
    ),
    ActSpec(
        Act.PLAN_SHEET,
        lambda: translate("PatientActs", "Print plan"),
        "output.plan_sheet:PlanSheetPanel",
        (),
        lambda: translate("PatientActs", "Print …"),
        Menu.OUTPUT,
        icon="printer",
        key="Ctrl+P",
    ),
)
