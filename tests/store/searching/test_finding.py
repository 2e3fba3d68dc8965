"""What is found in a library, where, and in which order."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.model import Claim, Reading, Span
from store.annotations import Evidence, Place
from store.article import Article, Metadata
from store.errors import SaysoError
from store.library import Library
from store.searching import asking, finding, matching
from store.searching.query import parse
from tests.store.kept import DOUBTED, SAFE, TEXT, imported, note, passage, resave, revise


@pytest.fixture(autouse=True)
def spoken(library: Library, article: Article) -> None:
    """The article has a claim of its mayor's."""
    library.readings.keep(article, Reading("rules 1", (Claim(content=(SAFE,), speaker="Ana Núñez"),)))


def add(library: Library, text: str, title: str = "Elsewhere", published: str = "", outlet: str = "") -> Article:
    one = imported(text, title)
    metadata = Metadata(title, published=published, outlet=outlet)
    added, _ = library.articles.add(one._replace(metadata=metadata, path=None))
    return added


def found(library: Library, query: str, limit: int = 20) -> list[int]:
    return [result.article for result in library.search.find(parse(query), limit).results]


def kinds(library: Library, query: str) -> list[str]:
    return [hit.kind for result in library.search.find(parse(query)).results for hit in result.hits]


@pytest.mark.parametrize(
    ("query", "kind"),
    [("engineers", "text"), ("nunez", "claim"), ("rota", "note"), ("#labour", "note"), ("tram", "title")],
)
def test_a_word_is_found_in_text_speaker_note_tag_and_title(library: Library, query: str, kind: str) -> None:
    other = add(library, "Nothing else.", title="Trams")
    library.annotations.save(replace(note(other, note="Ask for the rota."), tags=("labour",)))
    (result,) = library.search.find(parse(query, typing=True)).results
    assert [hit.kind for hit in result.hits] == [kind]


def test_a_title_is_a_place_where_the_text_has_none(library: Library) -> None:
    add(library, "Nothing else.", title="Ferries")
    (result,) = library.search.find(parse("ferries")).results
    assert [(hit.kind, hit.span) for hit in result.hits] == [("title", (0, 0))]


def test_a_claim_is_found_by_its_words_at_its_place(library: Library, article: Article) -> None:
    (result,) = library.search.find(parse("speaker:ana safe")).results
    (hit,) = result.hits
    assert (result.article, result.title, hit.kind, hit.span) == (article.id, "The bridge", "claim", SAFE)
    assert "".join(f"[{words}]" if marked else words for words, marked in hit.snippet).startswith("[Ana] Núñez: ")


def test_a_claim_that_was_annotated_stands_there_once(library: Library, article: Article) -> None:
    library.annotations.save(replace(note(article), speaker="Ana Núñez"))
    assert kinds(library, "speaker:ana") == ["note"]


def test_a_claim_that_was_rejected_is_found_as_that_whichever_of_its_rows_is_found_first(
    library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    rejected = replace(note(article, note=""), speaker="Ana Núñez", decision="rejected")
    library.annotations.save(rejected)
    assert kinds(library, "speaker:ana safe") == kinds(library, '"ana nunez"') == ["rejected"]
    monkeypatch.setattr(finding, "_in_order", lambda asked: ((one, one.anywhere()) for one in reversed(asked)))
    assert kinds(library, "speaker:ana safe") == ["rejected"]
    resave(library, replace(rejected, note="She never said so."))
    assert kinds(library, "speaker:ana safe") == ["note"]


def test_the_place_in_a_text_is_that_of_the_word(library: Library, article: Article) -> None:
    (result,) = library.search.find(parse("council")).results
    (hit,) = result.hits
    assert hit.span is not None
    assert (result.article, TEXT[slice(*hit.span)]) == (article.id, "council")
    assert ("council", True) in hit.snippet


@pytest.mark.parametrize("query", ["café", "cafe", "CAFÉ", "cafe\u0301"])
@pytest.mark.parametrize("text", ["In the café.", "In the cafe.", "In the CAFE\u0301."])
def test_accents_do_not_matter_either_way(library: Library, text: str, query: str) -> None:
    assert found(library, query) == []
    one = add(library, text)
    assert found(library, query) == [one.id]


def test_a_phrase_is_words_in_a_row(library: Library, article: Article) -> None:
    assert found(library, '"bridge was safe"') == [article.id]
    assert found(library, '"safe bridge"') == []
    assert found(library, "safe bridge") == [article.id]


def test_a_beginning_finds_the_word_that_begins_so(library: Library, article: Article) -> None:
    assert found(library, "engin*") == [article.id]
    assert found(library, "engin") == []


@pytest.mark.parametrize(
    "query",
    [
        "speaker:mayor",
        "outlet:post",
        'outlet:"harbour post"',
        "tag:labour",
        "finding:disputed",
        "progress:to-verify",
        'progress:"to verify"',
        "after:2026-03-02 before:2026-03-02",
        "before:2026-03 after:2026",
    ],
)
def test_each_filter_finds_alone_and_with_words_and_leaves_the_rest_out(library: Library, query: str) -> None:
    one = add(library, TEXT + " More.", published="2026-03-02", outlet="The Harbour Post")
    add(library, TEXT + " Less.", published="2025-03-02", outlet="Echo")
    about = replace(note(one), speaker="The mayor", tags=("labour",), finding="disputed", progress="to verify")
    library.annotations.save(about)
    assert found(library, query) == [one.id]
    assert found(library, f"{query} safe") == [one.id]
    assert found(library, f"{query} unheard") == []
    assert len(found(library, "safe")) == 3


def test_a_range_of_days_takes_in_its_ends(library: Library) -> None:
    ids = [add(library, f"Day {day}.", published=f"2020-03-0{day}").id for day in range(1, 6)]
    assert sorted(found(library, "after:2020-03-02 before:2020-03-04")) == ids[1:4]


def test_what_is_deleted_is_not_found_until_it_is_back(library: Library, article: Article) -> None:
    library.annotations.save(note(article, note="Ask for the rota."))
    library.annotations.delete("u1")
    assert found(library, "rota") == []
    library.history.undo(article.id)
    assert found(library, "rota") == [article.id]
    resave(library, note(article, note="Never mind."))
    assert found(library, "rota") == []


def test_an_article_in_the_bin_is_not_found_with_anything_in_it_until_it_is_back(
    library: Library, article: Article
) -> None:
    library.annotations.save(note(article, note="Ask for the rota."))
    queries = ("engineers", "rota", "speaker:ana")
    library.bin.put(article)
    assert [found(library, query) for query in queries] == [[], [], []]
    library.bin.restore(article.uid)
    assert [found(library, query) for query in queries] == [[article.id]] * 3


def test_of_a_text_that_changed_the_newest_is_found(library: Library, article: Article) -> None:
    revise(library, article, TEXT.replace("Engineers", "Divers"))
    assert found(library, "engineers") == []
    assert found(library, "speaker:ana") == []
    assert found(library, "divers") == [article.id]


@pytest.mark.parametrize(("place", "span"), [("lost", None), ("kept", None), ("doubtful", DOUBTED)])
def test_a_note_without_a_sure_place_is_found_where_it_may_be(
    library: Library, article: Article, place: Place, span: Span | None
) -> None:
    proposed = note(article, span=DOUBTED).selectors if span else ()
    library.annotations.save(replace(note(article, note="Ask for the rota."), place=place, proposed=proposed))
    (result,) = library.search.find(parse("rota")).results
    assert [(hit.kind, hit.span) for hit in result.hits] == [("note", span)]


def test_a_title_goes_before_a_note_a_note_before_words_in_a_row_and_these_before_words(library: Library) -> None:
    texts = ["The ferry of the harbour sank.", "The harbour ferry sank.", TEXT + " More.", "No word of it."]
    apart, in_a_row, noted, titled = (
        add(library, text, title="Harbour ferry" if text.startswith("No") else "Elsewhere") for text in texts
    )
    library.annotations.save(note(noted, note="As on the harbour, so on the ferry."))
    assert found(library, "harbour ferry") == [titled.id, noted.id, in_a_row.id, apart.id]


def test_of_what_stands_alike_that_with_more_of_the_word_goes_first(library: Library) -> None:
    once = add(library, "A ferry and many other words about many other things.")
    often = add(library, "A ferry, a ferry, a ferry and a ferry.")
    for number in range(5):
        add(library, f"Something else, number {number}.")
    last = add(library, "A ferry again, and many other words about many other things.")
    assert found(library, "ferry")[0] == often.id
    assert set(found(library, "ferry")) == {once.id, often.id, last.id}


def test_there_are_no_more_articles_than_were_asked_for_and_it_says_so(library: Library) -> None:
    for number in range(4):
        add(library, f"A ferry, number {number}.")
    three, all_of_them = (library.search.find(parse("ferry"), limit) for limit in (3, 4))
    assert (len(three.results), three.more) == (3, True)
    assert (len(all_of_them.results), all_of_them.more) == (4, False)


def test_an_article_full_of_it_shows_a_few_places(library: Library, article: Article) -> None:
    for number in range(30):
        library.annotations.save(passage(article, uid=f"p{number}", span=(number, number + 20)))
        library.annotations.save(note(article, uid=f"n{number}", note="Ask for the rota.", span=(number, number + 20)))
    (result,) = library.search.find(parse("rota")).results
    assert len(result.hits) == 5


def test_a_word_in_many_articles_is_answered_from_the_newest(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "CANDIDATES", 3)
    ids = [add(library, f"A ferry {'and a ferry ' * (9 - number)} {number}.").id for number in range(9)]
    assert found(library, "ferry", 4) == ids[:-5:-1]


def test_a_title_comes_first_however_old_it_is_and_however_common_its_words(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    titled = add(library, "No word of it.", title="The ferry of the harbour")
    for number in range(12):
        add(library, f"The ferry of the harbour sailed, and the crew of the ferry, {number} times.")
    for limit in ("CANDIDATES", "SOME", "COMMON"):
        monkeypatch.setattr(asking, limit, 3)
    assert found(library, "the ferry of the harbour")[0] == titled.id
    assert found(library, '"ferry of the harbour"')[0] == titled.id


def test_what_stands_in_one_article_very_often_does_not_hide_the_others(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = add(library, TEXT + " More.")
    newer = add(library, TEXT + " And more.")
    library.annotations.save(replace(note(older, uid="old"), tags=("labour",)))
    for number in range(12):
        library.annotations.save(replace(note(newer, uid=f"n{number}"), tags=("labour",)))
    for limit in ("CANDIDATES", "SOME"):
        monkeypatch.setattr(asking, limit, 3)
    assert found(library, "tag:labour") == [newer.id, older.id]


LONG = ("engin*", "nun*", "speaker:ana saf*", '"bridge was sa"*', "tag:lab* rot*", "ask rot*", "tag:lab*", "cafe*")


@pytest.mark.parametrize("query", LONG)
def test_a_long_beginning_is_marked_as_a_short_one_is(
    library: Library, article: Article, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(library, "In the CAFE\u0301s, and other cafés.", title="A café")
    library.annotations.save(replace(note(article, note="Ask for the rota."), speaker="Ana Núñez", tags=("labour",)))
    marked = []
    for listed in (0, 99):
        monkeypatch.setattr(matching, "_LONGEST_LISTED", listed)
        marked.append(library.search.find(parse(query)))
    assert marked[0] == marked[1]
    assert any(found for result in marked[0].results for hit in result.hits for _, found in hit.snippet)


@pytest.mark.parametrize("query", ["engin*", "engineers"])
def test_where_the_index_is_wrong_about_a_row_no_search_breaks(library: Library, article: Article, query: str) -> None:
    with library._connection.writing() as db:
        db.execute("UPDATE revisions SET text = 'Nothing of the kind.'")
    assert found(library, query) == [article.id]
    with library._connection.writing() as db:
        db.execute("UPDATE articles SET deleted = 'now'")
    with pytest.raises(SaysoError, match="index"):
        found(library, query)


def test_nothing_asked_for_is_nothing_found(library: Library) -> None:
    assert found(library, "") == found(library, "—") == []


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path: Path = tmp_path_factory.mktemp("searched") / "sayso.db"
    with Library(path) as opened:
        article, _ = opened.articles.add(imported())
        opened.annotations.save(replace(note(article), tags=("a", "AND"), speaker="NOT \x00"))
        yield opened


SYNTAX = ('"', "*", "AND", "OR", "NOT", "NEAR(", ")", "(", "^", "{text}:", "-", "+", ":", ";", "'", '""', "--", "\\")
NAMES = ("speaker:", "tag:", "before:", "after:2026")
WRITTEN = st.one_of(
    st.text(st.characters(codec=None)),
    st.lists(st.sampled_from([*SYNTAX, *NAMES, "bridge", "a", "\x00", "\ud800", "e\u0301", "\n"])).map(" ".join),
    st.lists(st.sampled_from('"*():^{}-+ ab\x00\ud800\u0301')).map("".join),
)


@example(text="\x00", typing=True)
@example(text='"', typing=False)
@example(text="\ud800 bridge*", typing=True)
@given(WRITTEN, st.booleans())
def test_any_characters_at_all_are_a_query(kept: Library, text: str, typing: bool) -> None:
    for result in kept.search.find(parse(text, typing=typing)).results:
        for hit in result.hits:
            assert hit.span is None or 0 <= hit.span[0] <= hit.span[1] <= len(TEXT)


def test_evidence_is_found_by_its_address_and_its_note_and_shown(library: Library, article: Article) -> None:
    two = (Evidence("https://harbour.example/costs-2026", "contradicts", "see page 3"), Evidence("shelf 7"))
    library.annotations.save(replace(note(article), evidence=two))
    for query, shown in (
        ("harbour costs", "– https://[harbour].example/[costs]-2026 see page 3 – shelf 7 Who measured?"),
        ('"page 3" measured', "Who [measured]? – …see [page 3] – shelf 7"),
        ("shelf", "– https://harbour.example/costs-2026 see page 3 – [shelf] 7 Who measured?"),
        ("safe shelf", "– https://harbour.example/costs-2026 see page 3 – [shelf] 7 the bridge was [safe]"),
        ("https://harbour.example/costs-2026", "– [https]://[harbour.example/costs-2026] see page 3 –"),
    ):
        (hit,) = (hit for result in library.search.find(parse(query)).results for hit in result.hits)
        assert (hit.kind, hit.uid) == ("note", "u1")
        assert shown in "".join(f"[{words}]" if marked else words for words, marked in hit.snippet), query
    library.history.undo(article.id)
    assert found(library, "shelf") == []


def test_what_has_evidence_is_found_by_that_as_by_the_filter_of_the_claims(library: Library, article: Article) -> None:
    library.annotations.save(note(article, "without", note="A rota.", span=DOUBTED))
    assert found(library, "has:evidence") == []
    library.annotations.save(replace(note(article, "with", note="A rota."), evidence=(Evidence("box 7"),)))
    for query in ("has:evidence", "rota has:evidence", 'HAS:"evidence"', "speaker:none rota has:evid*"):
        uids = [hit.uid for result in library.search.find(parse(query)).results for hit in result.hits]
        assert uids == (["with"] if "speaker" not in query else []), query
    assert "evidence" not in dict(library.search.nearest(parse("evidense"))).values()
