"""What one person began at a visit of the page Today is not gone on with by another, and not lost unasked."""

from mornings import Morning


def test_nobody_goes_on_with_the_answers_of_somebody_else(morning: Morning) -> None:
    morning.select("Sæther")
    panel, drafts = morning.panel, morning.page.frame.drafts
    assert drafts.begun() == ()
    assert panel.checklist.questions is not None
    panel.checklist.questions.rows["infection"].set_answer(answer=False)
    assert panel.checklist.left == 9
    assert drafts.begun() == ("det som er påbegynt på en time i dag",)
    drafts.change_person("AD", "MS")
    assert panel.checklist.left == 10
    assert drafts.begun() == ("det som er påbegynt på en time i dag",)
    drafts.change_person("MS", "AD")
    assert panel.checklist.left == 9
    drafts.drop_all()
    assert drafts.begun() == ()


def test_a_batch_that_one_person_typed_is_not_there_for_the_next(morning: Morning) -> None:
    morning.select("Myhre")
    given = morning.panel.given
    assert not given._taken_over.isHidden()
    given.batch.setText("ZZ9")
    assert given._taken_over.isHidden()
    morning.page.frame.drafts.change_person("AD", "MS")
    assert given.batch.text() == "FR1499"
    morning.page.frame.drafts.change_person("MS", "AD")
    assert given.batch.text() == "ZZ9"
