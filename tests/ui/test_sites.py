import pytest

from infusionplanner.domain.patient import Route
from infusionplanner_ui.application import Application
from infusionplanner_ui.words.sites import site_words, usual_sites


def test_each_route_has_its_usual_sites(qapp: Application) -> None:
    assert usual_sites(Route.SC) == ("høyre og venstre lår", "mage, begge sider", "høyre og venstre overarm")
    assert usual_sites(Route.IV) == ("venstre underarm", "høyre underarm", "håndrygg", "veneport")
    assert usual_sites(None) == usual_sites(Route.IV)
    qapp.set_language("en")
    assert usual_sites(Route.SC)[0] == "right and left thigh"


@pytest.mark.parametrize(
    ("recorded", "norwegian", "english"),
    [
        ("høyre og venstre lår", "høyre og venstre lår", "right and left thigh"),
        ("back of the hand", "håndrygg", "back of the hand"),
        ("Lår hø. (ømt)", "Lår hø. (ømt)", "Lår hø. (ømt)"),
        ("", "", ""),
    ],
)
def test_a_site_is_read_in_the_language_of_the_windows(
    qapp: Application, recorded: str, norwegian: str, english: str
) -> None:
    assert site_words(recorded) == norwegian
    qapp.set_language("en")
    assert site_words(recorded) == english
