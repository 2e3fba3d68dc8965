"""Who puts words into order: Sayso, but for terminals that do it themselves and cannot be told not to."""

import pytest
from textual.driver import Driver

from tui.bidi.terminal import in_explicit_mode, orders_text
from tui.config.schema import Config


class _App:
    def __init__(self, config: Config) -> None:
        self.config = config


@pytest.fixture(autouse=True)
def a_terminal_like_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TERM_PROGRAM", raising=False)
    monkeypatch.delenv("KONSOLE_VERSION", raising=False)
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)


def test_sayso_does_it_where_nothing_is_said() -> None:
    assert orders_text(_App(Config()))


@pytest.mark.parametrize(("name", "value"), [("TERM_PROGRAM", "Apple_Terminal"), ("KONSOLE_VERSION", "230400")])
def test_two_terminals_do_it_themselves_unless_told_so(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert not orders_text(_App(Config()))
    assert orders_text(_App(Config(bidi="sayso")))


def test_in_a_browser_it_does_not_matter_which_terminal_it_was_started_from(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM_PROGRAM", "Apple_Terminal")
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert orders_text(_App(Config()))


def test_the_setting_counts_wherever_one_is() -> None:
    assert not orders_text(_App(Config(bidi="terminal")))


class _Recorder:
    """A driver that only notes what it is told; ``_writer_thread`` is what those that write to a terminal have."""

    _writer_thread: object | None = None

    def __init__(self) -> None:
        self.done: list[str] = []

    def write(self, data: str) -> None:
        self.done.append(data)

    def start_application_mode(self) -> None:
        self.done.append("start")

    def stop_application_mode(self) -> None:
        self.done.append("stop")


def _explicit() -> type[Driver]:
    return in_explicit_mode(_Recorder)  # type: ignore[arg-type]


def test_the_terminal_is_told_after_the_program_came_to_the_front_and_before_it_goes() -> None:
    driver = _explicit()()  # type: ignore[call-arg, abstract]
    driver._writer_thread = object()  # type: ignore[attr-defined]
    driver.start_application_mode()
    driver.stop_application_mode()
    assert driver.done == ["start", "\x1b[8l", "\x1b[8h", "stop"]  # type: ignore[attr-defined]


def test_where_there_is_no_terminal_nothing_is_told() -> None:
    driver = _explicit()()  # type: ignore[call-arg, abstract]
    driver.start_application_mode()
    driver.stop_application_mode()
    assert driver.done == ["start", "stop"]  # type: ignore[attr-defined]
