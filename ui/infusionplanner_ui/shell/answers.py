"""What pages and panels ask of the unit: read in the reading thread, and kept until an act gives another overview.

A question is a view, a function of an overview and plain values that returns plain values, with its arguments. After an
act the questions of the pages that are seen are answered in the worker thread, before any page hears of the act.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, TypeVarTuple, cast
from weakref import WeakSet

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from PySide6.QtWidgets import QWidget

    from infusionplanner.application.views.overview import Overview
    from infusionplanner_ui.shell.operations import Operations

T = TypeVar("T")
Asked = TypeVarTuple("Asked")
"""The arguments of a view."""


@dataclass(frozen=True, slots=True)
class ViewQuestion:
    """A view with its arguments."""

    view: Callable[..., Any]
    arguments: tuple[Hashable, ...]

    def answer(self, overview: Overview) -> object:
        """Return what the view says of an overview; called in a worker thread."""
        return self.view(overview, *self.arguments)


class ViewAnswers:
    """The answers as of one overview. Asked on the GUI thread, which never reads itself."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations
        self._overview: Overview | None = None
        self._known: dict[ViewQuestion, object] = {}
        self._queries: WeakSet[Query[Any]] = WeakSet()

    def turn_to(self, overview: Overview | None, known: dict[ViewQuestion, object]) -> None:
        """Answer from another overview from now on, of which some answers are known already."""
        self._overview, self._known = overview, known
        for query in tuple(self._queries):
            if query.question is not None and query.is_waiting and overview is not None:
                self.ask(query, query.question)

    def wanted(self) -> frozenset[ViewQuestion]:
        """Return the questions of the pages that are seen now."""
        return frozenset(query.question for query in self._queries if query.question is not None and query.is_seen)

    def get(self, view: Callable[[Overview, *Asked], T], *arguments: *Asked) -> T:
        """Return the answer to a question, waited for when it is not known."""
        question = ViewQuestion(view, arguments)
        if question not in self._known:
            overview = self._now()
            self._known[question] = self._operations.fetch(lambda: question.answer(overview))
        return cast("T", self._known[question])

    def ask(self, query: Query[Any], question: ViewQuestion) -> None:
        """Give a query its answer: at once when it is known, else as soon as it is read."""
        self._queries.add(query)
        if question in self._known:
            query.take(question, self._known[question])
            return
        overview = self._now()

        def read() -> object:
            return question.answer(overview) if query.question == question else None

        def done(answer: object) -> None:
            if overview is self._overview and query.question == question:
                self._known[question] = answer
                query.take(question, answer)

        def failed(error: Exception) -> None:
            if query.question == question:
                query.drop()
                self._operations.failed.emit(error)

        self._operations.read(read, owner=query.page, done=done, failed=failed)

    def _now(self) -> Overview:
        if self._overview is None:
            message = "the ward is not open yet"
            raise RuntimeError(message)
        return self._overview


class Query(Generic[T]):
    """One thing that a page shows of the unit. Only the newest question is answered; a late answer is dropped."""

    def __init__(self, answers: ViewAnswers, page: QWidget, shown: Callable[[T], None]) -> None:
        self.page = page
        self.question: ViewQuestion | None = None
        self._answers, self._shown = answers, shown
        self._waiting = False
        self._afterwards: list[Callable[[], object]] = []

    @property
    def is_seen(self) -> bool:
        """Whether the page is on the screen."""
        return self.page.isVisible()

    @property
    def is_waiting(self) -> bool:
        """Whether the newest question is not answered yet."""
        return self._waiting

    def ask(self, view: Callable[[Overview, *Asked], T], *arguments: *Asked) -> None:
        """Ask; the answer is mostly shown when this returns, else the page says meanwhile that it reads."""
        self.question, self._waiting, self._afterwards = ViewQuestion(view, arguments), True, []
        self._answers.ask(self, self.question)

    def afterwards(self, act: Callable[[], object]) -> None:
        """Do something with what is shown: at once, or when the newest question is answered, if it is wanted then."""
        if self._waiting:
            self._afterwards.append(act)
        else:
            act()

    def drop(self) -> None:
        """Want no answer any more."""
        self.question, self._waiting, self._afterwards = None, False, []

    def take(self, question: ViewQuestion, answer: T) -> None:
        """Show an answer, unless something else has been asked since."""
        if question == self.question:
            waiting, self._waiting, self._afterwards = self._afterwards, False, []
            self._shown(answer)
            for act in waiting:
                act()


def answered(overview: Overview, questions: Iterable[ViewQuestion]) -> dict[ViewQuestion, object]:
    """Return the answers to some questions; one that cannot be answered is asked again by its page, which says why."""
    found: dict[ViewQuestion, object] = {}
    for question in questions:
        try:
            found[question] = question.answer(overview)
        except Exception:  # noqa: BLE001, S112 - the act is done; what is wrong with the read is said where it is asked
            continue
    return found
