import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from infusionplanner_ui.application import Application
from infusionplanner_ui.words.i18n import UnspokenLanguageError

Button = QDialogButtonBox.StandardButton


def _button_texts(qtbot: QtBot) -> list[str]:
    wanted = Button.Save, Button.Cancel, Button.Discard, Button.Yes
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    for which in wanted:
        box.addButton(which)
    return [box.button(which).text() for which in wanted]


def test_qts_own_buttons_speak_bokmaal_and_switch_to_english(qapp: Application, qtbot: QtBot) -> None:
    assert _button_texts(qtbot) == ["Lagre", "Avbryt", "Forkast", "&Ja"]
    qapp.set_language("en")
    assert _button_texts(qtbot) == ["Save", "Cancel", "Discard", "&Yes"]


def test_qts_own_dialogs_speak_bokmaal(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    assert dialog.labelText(QFileDialog.DialogLabel.FileName) == "Fil&navn:"
    line = QLineEdit("tekst")
    qtbot.addWidget(line)
    texts = [action.text().split("\t")[0] for action in line.createStandardContextMenu().actions()]
    assert texts == ["&Angre", "&Gjør om", "", "Klipp &ut", "&Kopier", "&Lim inn", "Slett", "", "Merk alt"]


def test_locale_follows_the_language(qapp: Application) -> None:
    assert QLocale().name() == "nb_NO"
    qapp.set_language("en")
    assert (QLocale().name(), qapp.language) == ("en_GB", "en")


def test_texts_of_the_windows_are_translated() -> None:
    assert QCoreApplication.translate("MainWindow", "Undo") == "Angre"


def test_unknown_language_is_refused(qapp: Application) -> None:
    with pytest.raises(UnspokenLanguageError, match="no language 'de'; choose one of nb, en"):
        qapp.set_language("de")
    assert qapp.language == "nb"
