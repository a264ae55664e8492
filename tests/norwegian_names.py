"""Names as patients in Norway have them: double and triple ones, æ, ø and å, Sámi, Kven and foreign letters."""

from itertools import islice, product

_FAMILIES = (
    "Christensen-Hjelmeland Vestergaard", "Bø", "Øverås-Kjærgård", "Sætre Bjørnøy-Ødegård", "Guttormsen-Sandøy Åsheim",
    "Ánde-Máhtte Gáttáljohka", "Čuoigi Sárá-Ŋuolla", "Đorđević-Šarić", "Nilsen Utsi Eŋŋár", "Kaupilanniemi-Törmänen",
    "Myklebust-Torkildsen Hagerup", "Abdirahman Mohamud-Warsame", "von der Lippe-Løvenskiold", "Wójcik-Kowalczyk",
    "Schwenke Brækhus-Grønvold", "Nguyễn-Phương", "Ås", "Langåsbråten Skjæveland", "O’Brien-Fitzgerald Nærø",
    "Halvorsen-Mjøsdalen", "Qvigstad-Wessel Heyerdahl", "Ravna-Pieskí Lásseš", "Stubberud-Ødemark", "Tveit",
    "Wessel-Berg Mørch-Sørensen",
)  # fmt: skip
_GIVEN = (
    "Ann-Kristin Margrethe", "Åse", "Bjørn-Øyvind Håkon", "Máret-Ánne", "Ole-Jørgen Sæmund", "Ćazim", "Ida",
    "Wilhelmina-Charlotte Amalie", "Nils Ánte-Heaika", "Kåre-Magnus", "Þórunn", "Thi Mai Anh", "Per",
    "Ragnhild-Elisabeth Ottilie", "Jon-Ívvár Biera", "Mohammed-Abdullahi", "Unni-Lovise", "Sølvi", "Fredrikke-Marie",
    "Ástrid-Inga", "Øystein", "Hedvig Antoinette-Josephine", "Liv", "Svein-Åge", "Torbjørn-Emanuel", "Eŋŋel-Bierna",
    "Bartholomeus", "Gunn-Bjørg", "Ulrik-Frederik Christian", "Siv", "Kjell-Åke", "Matilde", "Ellen Sárá-Márjá", "Bo",
    "Vidar-Aleksander", "Xuân", "Lars-Øivind", "Oddbjørg", "Inger-Johanne Kathinka", "Tor",
)  # fmt: skip


def norwegian_names(number: int = 1000) -> list[tuple[str, str]]:
    """Return so many different pairs of family and given names, always the same ones."""
    return list(islice(product(_FAMILIES, _GIVEN), number))
