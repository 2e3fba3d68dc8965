"""The tags of a claim or a passage, as one line of words between commas."""

from collections.abc import Iterable, Iterator, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Static

from store.safety import label
from tui.dialogs.writing import WritingDialog
from tui.given import given_in
from tui.keymap.bindings import bindings
from tui.widgets.fields import Line

TAG_LENGTH = 60


def parse_tags(text: str) -> tuple[str, ...]:
    """Return the tags in ``text``, which stand between commas: safe, without ``#``, each once whatever its case."""
    names: dict[str, str] = {}
    for part in text.split(","):
        name = label(part.strip().lstrip("#"), TAG_LENGTH)
        if name:
            names.setdefault(name.casefold(), name)
    return tuple(names.values())


class TagsDialog(WritingDialog[tuple[str, ...]]):
    """Edit ``tags``, with those already in use (``known``) offered; answers None where nothing is to change."""

    BINDINGS = bindings("tags")
    DEFAULT_CSS = """
    TagsDialog {
        & .known { color: $text-muted; height: auto; max-height: 4; }
        & .in-use { margin-top: 1; }
        &.-short .in-use { margin-top: 0; }
    }
    """

    def __init__(self, tags: tuple[str, ...], known: Sequence[str]) -> None:
        super().__init__("Tags")
        self._tags = parse_tags(",".join(tags))
        self._known = parse_tags(",".join(known))

    @property
    def _buttons(self) -> list[Binding]:
        # Nothing can be given again before something was given.
        return [one for one in super()._buttons if one.id != "tags.again" or given_in(self.app).tags]

    def compose_body(self) -> ComposeResult:
        """The line of tags, and what could be among them."""
        text = "".join(f"{tag}, " for tag in self._tags)
        yield Line(text, placeholder="war, to ask, …", suggester=_LastTag(self._known), select_on_focus=False)
        yield Static(classes="known in-use")
        yield Static(classes="known last")

    @on(Line.Changed)
    def _offer(self) -> None:
        fitting = list(_fitting(self.query_one(Line).value, self._known))
        words = "in use: " + ", ".join(fitting) if fitting else "separate tags by commas"
        last = ", ".join(self._again())
        self.query_one(".last", Static).update(Content(f"given last: {last}" if last else ""))
        self.query_one(".in-use", Static).update(Content(words))

    def _again(self) -> list[str]:
        """The tags that were given last and are not there yet."""
        there = {tag.casefold() for tag in parse_tags(self.query_one(Line).value)}
        return [tag for tag in parse_tags(",".join(given_in(self.app).tags)) if tag.casefold() not in there]

    def action_again(self) -> None:
        """Write the tags that were given last after those that are there."""
        line = self.query_one(Line)
        line.value = "".join(f"{tag}, " for tag in (*parse_tags(line.value), *self._again()))
        line.cursor_position = len(line.value)

    def on_mount(self) -> None:
        """Offer from the start."""
        self._offer()

    def action_complete(self) -> None:
        """Fill in the first tag that begins like the last one written."""
        line = self.query_one(Line)
        completed = next(_completions(line.value, self._known), None)
        if completed is not None:
            line.value = f"{completed}, "
            line.cursor_position = len(line.value)

    def action_save(self) -> None:
        """Close with the tags."""
        tags = parse_tags(self.query_one(Line).value)
        if tags and tags != self._tags:
            given_in(self.app).tags = tags
        self.dismiss(tags if tags != self._tags else None)


class _LastTag(Suggester):
    """Completes the tag after the last comma."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        return next(_completions(value, self._known), None)


def _fitting(text: str, known: Iterable[str]) -> Iterator[str]:
    """The known tags that are not yet in ``text`` and begin like its last one."""
    *whole, last = text.split(",")
    last = last.strip().lstrip("#").casefold()
    taken = {tag.casefold() for tag in parse_tags(",".join(whole))}
    return (tag for tag in known if tag.casefold().startswith(last) and tag.casefold() not in taken)


def _completions(text: str, known: Iterable[str]) -> Iterator[str]:
    last = text.rpartition(",")[2].strip().lstrip("#")
    if not last:
        return iter(())
    return (text + tag[len(last) :] for tag in _fitting(text, known) if len(tag) > len(last))
