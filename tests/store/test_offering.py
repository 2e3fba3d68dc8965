"""What a filter that takes any words finds in an article: those of most claims first."""

from claims.model import Claim
from store.anchors import selector
from store.annotations import Annotation
from store.items import Item
from store.offering import values


def _said_by(*names: str | None) -> list[Item]:
    claims = [Claim(((0, 3),), source=((4, 7),), speaker=name) for name in names]
    return [Item(number, claim, None) for number, claim in enumerate(claims, 1)]


def test_who_says_most_comes_first_and_who_has_no_name_last() -> None:
    items = [*_said_by("Bo", "Ada", None, "Ada"), Item(5, Claim(((0, 3),)), None)]
    assert values("speaker", items) == ("Ada", "Bo", "open", "anonymous")
    assert values("speaker", _said_by("Bo")) == ("Bo",)


def test_tags_are_those_of_this_article() -> None:
    places = (selector("One fell.", 0, 3, "passage"),)
    tagged = [
        Annotation(uid="a", article=1, kind="passage", selectors=places, tags=tags)
        for tags in (("check",), ("law", "check"))
    ]
    assert values("tag", [Item(None, None, one) for one in tagged]) == ("check", "law")
    assert values("meaning", (), ("key", "unsure")) == ("key", "unsure")
