"""Why a visit is moved out of its window: asked when it is dropped there, since the act demands it (R-INT-3)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.pages.week import words as week_words
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import ListField
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done
    from infusionplanner_ui.pages.week.move import Move
    from infusionplanner_ui.shell.ward import Ward
    from infusionplanner_ui.widgets.boards.board_data import BoardSlot


class MoveReasonPanel(ActPanel):
    """Asks for the reason, and moves the visit with it."""

    act = Act.VISIT
    tells_early = True

    def __init__(self, ward: Ward, move: Move, slot: BoardSlot) -> None:
        super().__init__(ward, move.patient)
        self._move, self._slot = move, slot
        self.reason = ListField([])
        self.add(self.reason, lambda: self.tr("Why outside the window?"), required=True)
        self.finish(self._record)

    def subject(self) -> str:
        """Return the new day."""
        return text.day_short(self._slot.on)

    def retranslate(self) -> None:
        """Set every text."""
        self.reason.set_options(choices.reasons(self.ward.wording, self.protocol, "late"))
        super().retranslate()

    def consequences(self) -> Sequence[Said]:
        """Return how the day stands to the window."""
        said = week_words.meaning(self._move.window, self._move.fit(self._slot.on))
        return [Said(text.sentence(said), Tone.WARN, "R-INT-3")]

    def _record(self) -> Callable[[Desk], Done]:
        return partial(self._move.act(self._slot), reason=self.reason.value())
