"""English is told from other languages by its small words."""

import pytest

from claims.language import is_english
from tests.samples.sample_articles import ARTICLES, document

OTHERS = {
    "Swedish": """Ministern sade att vägen var öppen och att ingen hade skadats. Hon ville inte säga mer om saken
        förrän alla har hörts. De två männen greps i en stad söder om Oslo, och de är nu misstänkta för
        stöld av bilen.""",
    "Danish": """Ministeren sagde at byen var i fare. To mænd blev såret, og en af dem døde i går. Der var ikke mere
        at gøre for ham, sagde hun. Den gamle by ved havet er nu tom, og folk er bange for at vende hjem
        igen.""",
    "German": """Der Minister sagte, das Land sei in einer schweren Lage. Was war geschehen? Die Not war groß, und
        man hat in der Stadt alles getan, um zu helfen. Er will in den nächsten Tagen an die Grenze reisen.""",
    "Dutch": """De minister zei dat de weg open was en dat er niemand gewond is geraakt. Ze wilde er niet meer over
        zeggen, of het nu om de brug of om de dijk gaat. Of we in de stad kunnen blijven, is de vraag, had hij gezegd,
        en daarom is hij in het ziekenhuis.""",
    "Norwegian": """Statsråden sa at veien var åpen og at ingen var skadet. Hun ville ikke si mer om saken før alle er
        hørt. Det er for tidlig å si om han har gjort det, og han er nå for trett til å være her.""",
    "French": """Le ministre a déclaré que la route était ouverte et que personne n'avait été blessé. On ne sait pas
        encore qui a tiré. Il a été conduit à l'hôpital par son frère, qui a ensuite parlé à la presse.""",
    "Spanish": """El ministro dijo que la carretera estaba abierta y que no había heridos. No he visto nada, dijo la
        mujer a los periodistas. Los dos hombres fueron detenidos por la noche en una ciudad al sur de la
        capital.""",
    "Polish": """To jest bardzo trudna sytuacja, powiedział minister. To, co się stało, nie powinno się było zdarzyć.
        Gdyby to była prawda, trzeba by było to powiedzieć. To nie jest tak, że nikt nie wiedział.""",
    "Russian": """Министр сказал, что дорога открыта и что никто не пострадал. Двое мужчин были задержаны ночью в
        городе к югу от столицы, и теперь их обвиняют в краже автомобиля, который стоял у дома.""",
    "Chinese": "我们赢了，部长说。两名男子于夜间在首都以南的城市被捕，现被控盗窃停在房屋外的汽车，警方表示。",
}


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_the_samples_are_english_and_so_are_their_first_paragraphs(path: object) -> None:
    text = document(path).text  # type: ignore[arg-type]
    assert is_english(text)
    assert is_english(text[:400])


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_languages_are_not_english(text: str) -> None:
    assert not is_english(text)


def test_an_english_article_may_quote_another_language() -> None:
    assert is_english(f"{document(ARTICLES[0]).text}\n“{OTHERS['Russian']}”")


NAMES = ", ".join(["Anna Berg", "Tor Lind", "Ås", "Bergen-op-Zoom", "Ōtāwhai Marae", "Île-de-Sein"] * 5)
OF_NO_LANGUAGE = {
    "table": "\n".join(["Town | Price 2020 | Note", *["Bergen-op-Zoom | 10.5 | fine prices gone up"] * 9]),
    "tabs": "\n".join(["town\tprice\tnote"] * 12),
    "names": NAMES,
    "addresses": "\n".join(f"https://example.org/a/long/way/to/number/{n} mail@example.org" for n in range(9)),
}


@pytest.mark.parametrize("beside", OF_NO_LANGUAGE.values(), ids=OF_NO_LANGUAGE)
def test_tables_names_and_addresses_beside_them_tell_no_language(beside: str) -> None:
    english = "Minister Lind said prices rose."
    assert is_english(f"{english}\n{beside}")
    assert is_english(f"{english} She named {NAMES}.")
    assert not is_english(f"{OTHERS['German']}\n{beside}")


def test_capitals_and_a_few_words_of_anything_pass_for_english() -> None:
    assert is_english(
        "THE MINISTRY SAID THAT IT HAD WON THE WAR AND THAT THE OTHER SIDE WAS BEATEN. RUSSIA DENIED IT ALL."
    )
    assert is_english("Ministern sade att vägen var öppen.")
    assert is_english("")


def test_a_program_is_not_english_unless_it_is_full_of_remarks() -> None:
    assert not is_english("int main(int argc, char **argv) { for (int i = 1; i < argc; i++) puts(argv[i]); }\n" * 3)
