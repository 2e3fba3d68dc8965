"""``sayso serve``: the reader in a real browser, and who gets nothing of it."""

import asyncio
import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

pytest.importorskip("textual_serve", reason="what serves is an extra, and not installed")

import aiohttp

from store.encrypting import rewrite
from store.keeping import keyring
from store.library import Library
from tests.browser import Browser, executable
from tests.e2e.added import add
from tests.terminal import PATIENCE, SAYSO, run

ARTICLE = "The harbour board said on Monday that the lamp was sound.\n\nFerries ran all night.\n"
needs_browser = pytest.mark.skipif(executable() is None, reason="no Chromium is installed")


@dataclass(frozen=True)
class Served:
    """A server: the address that it printed, and its parts."""

    address: str

    @property
    def place(self) -> str:
        return urlsplit(self.address).netloc

    @property
    def token(self) -> str:
        return urlsplit(self.address).fragment


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def serving(database: Path, *arguments: str, **environment: str) -> Iterator[Served]:
    command = [SAYSO, "serve", "--db", str(database), "--port", str(free_port()), *arguments]
    surroundings = {**os.environ, **environment}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=surroundings)
    assert process.stdout is not None
    try:
        yield Served(process.stdout.readline().split()[-1])
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


@pytest.fixture
def article(database: Path, tmp_path: Path) -> Path:
    path = tmp_path / "lighthouse.md"
    path.write_text(ARTICLE, encoding="utf-8")
    add(database, path)
    return path


async def at_the_first_claim(browser: Browser, address: str) -> None:
    await browser.open(address)
    await browser.until("unreviewed")
    await browser.click(300, 300)  # the page has no keys before
    await browser.press("]")
    await browser.until("the whole claim")


@needs_browser
async def test_in_a_browser_a_claim_is_accepted_and_that_is_in_the_library(database: Path, article: Path) -> None:
    with serving(database, str(article)) as served:
        async with Browser() as browser:
            await at_the_first_claim(browser, served.address)
            await browser.press("y")
            await browser.until("0 unreviewed")
            with Library(database) as library:
                assert [one.decision for one in library.annotations.of(1)] == ["accepted"]
            assert await browser.evaluate("location.href") == f"http://{served.place}/"


@needs_browser
async def test_a_link_is_opened_by_the_browser_that_shows_the_article_and_by_no_other(
    database: Path, tmp_path: Path
) -> None:
    script, begun = tmp_path / "browser", tmp_path / "begun"
    script.write_text(f"#!/bin/sh\ntouch {begun}\n")
    script.chmod(0o700)
    path = tmp_path / "linked.md"
    path.write_text(
        "The harbour board said that [the lamp](https://user@lamp.example/a) was sound.\n", encoding="utf-8"
    )
    with serving(database, str(path), BROWSER=str(script)) as served:
        async with Browser() as browser:
            await browser.open(served.address)
            await browser.until("unreviewed")
            await browser.evaluate("window.open = (address) => { window.asked = address }")
            await browser.click(300, 300)
            await browser.press("la")
            await browser.until("https://lamp.example/a")
            assert await browser.evaluate("window.asked") is None
            await browser.press("\r")
            await browser.until("Open in the browser?")
            await browser.press("y")
            await browser.until("Your browser was asked to open it.")
            assert await browser.evaluate("window.asked") == "https://lamp.example/a"
            assert not begun.exists()


@needs_browser
async def test_nothing_is_asked_of_any_other_host(database: Path, article: Path) -> None:
    with serving(database, str(article)) as served:
        async with Browser() as browser:
            await browser.open(served.address)
            await browser.until("unreviewed")
            assert {urlsplit(one).netloc for one in browser.requests if not one.startswith("data:")} == {served.place}
            assert any(one.startswith("ws:") for one in browser.requests)


@needs_browser
async def test_what_is_being_typed_when_the_page_is_closed_is_a_draft(database: Path, article: Path) -> None:
    with serving(database, str(article)) as served:
        async with Browser() as browser:
            await at_the_first_claim(browser, served.address)
            await browser.press("a")
            await browser.until("Save and close")
            await browser.press("Who climbed up?")
            await browser.until("Who climbed up?")
            await browser.open("about:blank")
    with Library(database) as library:
        (draft,) = library.drafts.left(1)
    assert draft.annotation.note == "Who climbed up?"


@needs_browser
async def test_without_the_token_the_page_shows_nothing_but_how_to_get_it(database: Path, article: Path) -> None:
    with serving(database, str(article)) as served:
        async with Browser() as browser:
            await browser.open(f"http://{served.place}/")
            async with asyncio.timeout(PATIENCE):
                while not await browser.evaluate("document.body && document.body.className"):
                    await asyncio.sleep(0.01)
            assert await browser.evaluate("document.body.className") == "-away"
            assert not any(one.startswith("ws:") for one in browser.requests)
            assert not browser.words


async def answered(served: Served, token: str, **headers: str) -> int:
    """The status that a websocket gets; 101 is one that was opened."""
    usual = {"Origin": f"http://{served.place}", "Host": served.place}
    address = f"http://{served.place}/session/{token}"
    async with aiohttp.ClientSession() as client:
        try:
            async with client.ws_connect(address, headers={**usual, **headers}) as opened:
                await opened.receive()
                return 101
        except aiohttp.WSServerHandshakeError as error:
            return error.status


async def test_without_the_token_from_another_page_or_by_another_name_there_is_no_reader(
    database: Path, article: Path
) -> None:
    with serving(database, str(article)) as served:
        port = served.place.rpartition(":")[2]
        assert await answered(served, served.token) == 101
        assert await answered(served, served.token[:-1] + "~") == 403
        assert await answered(served, served.token, Origin="http://evil.example") == 403
        assert await answered(served, served.token, Origin=f"http://127.0.0.1:{int(port) - 1}") == 403
        assert await answered(served, served.token, Origin="null") == 403
        assert await answered(served, served.token, Host=f"evil.example:{port}") == 403
        both = {"Host": f"evil.example:{port}", "Origin": f"http://evil.example:{port}"}
        assert await answered(served, served.token, **both) == 403
        async with aiohttp.ClientSession() as client:
            for path in ("/", "/page/page.js", "/terminal/js/textual.js"):
                address = f"http://{served.place}{path}"
                async with client.get(address, headers={"Host": f"evil.example:{port}"}) as answer:
                    assert answer.status == 403
                async with client.get(address) as answer:
                    assert answer.status == 200
                    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
                    assert served.token not in await answer.text()


async def test_the_passphrase_is_asked_for_once_and_handed_to_each_reader(
    database: Path, article: Path, tmp_path: Path
) -> None:
    pytest.importorskip("sqlcipher3")
    rewrite(database, keyring.derived("seven owls by the canal"))
    told = tmp_path / "passphrase"
    told.write_text("seven owls by the canal\n", encoding="utf-8")
    with serving(database, str(article), SAYSO_PASSPHRASE_FILE=str(told)) as served:
        told.unlink()
        for _ in range(2):
            painted = b""
            origin = {"Origin": f"http://{served.place}"}
            async with (
                aiohttp.ClientSession() as client,
                client.ws_connect(f"http://{served.place}/session/{served.token}", headers=origin) as opened,
            ):
                while b"unreviewed" not in painted:
                    message = await opened.receive(timeout=PATIENCE)
                    assert message.type == aiohttp.WSMsgType.BINARY, painted
                    painted += message.data


async def test_what_is_no_message_of_a_terminal_does_no_harm(database: Path, article: Path) -> None:
    with serving(database, str(article)) as served:
        origin = {"Origin": f"http://{served.place}"}
        async with (
            aiohttp.ClientSession() as client,
            client.ws_connect(f"http://{served.place}/session/{served.token}", headers=origin) as opened,
        ):
            for said in ("", "{", "[]", "7", '["stdin"]', '["stdin", 7]', '["resize", {"width": "x"}]', '["resize"]'):
                await opened.send_str(said)
            await opened.send_bytes(b"\x00")
            await opened.send_json(["ping", "still there"])
            while (message := await opened.receive(timeout=PATIENCE)).type != aiohttp.WSMsgType.TEXT:
                assert message.type == aiohttp.WSMsgType.BINARY
            assert message.json() == ["pong", "still there"]


def test_others_on_the_net_need_a_token_that_was_chosen(database: Path) -> None:
    ran = run(database, "serve", "--host", "0.0.0.0")
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    assert "--token" in ran.stderr
    short = run(database, "serve", "--host", "0.0.0.0", "--token", "short")
    assert (short.returncode, len(short.stderr.splitlines())) == (2, 1)
    assert "16 characters" in short.stderr


def test_a_file_that_cannot_be_read_and_a_port_that_is_taken_are_told_in_a_line(database: Path, tmp_path: Path) -> None:
    ran = run(database, "serve", str(tmp_path / "nowhere.md"))
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    assert "no such file" in ran.stderr
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        ran = run(database, "serve", "--port", str(one.getsockname()[1]))
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    assert "in use" in ran.stderr
