"""A real browser without a window, driven by its DevTools protocol, and the screen that a page in it shows."""

import asyncio
import base64
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

import aiohttp
import pyte

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
OPTIONS = (
    "--headless=new",
    "--no-sandbox",  # the superuser has none
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--no-first-run",
    "--remote-debugging-port=0",
    "--window-size=1280,800",
)
PATIENCE = 60.0


def executable() -> str | None:
    """The browser of this machine; None where it has none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Browser:
    """One page. ``requests`` are the addresses that it asked for; ``words`` is what its terminal shows."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self._screen = pyte.Screen(400, 200)
        self._stream = pyte.ByteStream(self._screen)
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._news = asyncio.Event()

    async def __aenter__(self) -> "Browser":
        command = [str(executable()), *OPTIONS, f"--user-data-dir={self._folder.name}", "about:blank"]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._client = aiohttp.ClientSession()
        port = await self._port()
        async with self._client.get(f"http://127.0.0.1:{port}/json/list") as answer:
            page = next(one for one in await answer.json() if one["type"] == "page")
        self._socket = await self._client.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0)
        self._listening = asyncio.create_task(self._listen())
        await self.call("Network.enable")
        await self.call("Page.enable")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listening.cancel()
        await self._client.close()
        self._process.kill()
        self._process.wait()
        self._folder.cleanup()

    @property
    def words(self) -> str:
        """What stands on the page's terminal, white space folded."""
        return " ".join(" ".join(self._screen.display).split())

    async def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Call a method of the protocol, and return its answer."""
        number = len(self._answers)
        self._answers[number] = answer = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        return await asyncio.wait_for(answer, PATIENCE)

    async def open(self, address: str) -> None:
        """Go to ``address``."""
        await self.call("Page.navigate", url=address)

    async def evaluate(self, script: str) -> Any:
        """Return what ``script`` gives on the page."""
        answer = await self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        return answer["result"].get("value")

    async def click(self, x: int, y: int) -> None:
        """Click at a point of the page; keys go nowhere before that."""
        for kind in ("mousePressed", "mouseReleased"):
            await self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    async def press(self, keys: str) -> None:
        """Type characters, one after the other."""
        for key in keys:
            await self.call("Input.dispatchKeyEvent", type="keyDown", text=key, key=key)
            await self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def until(self, shown: str | Callable[[], bool]) -> None:
        """Wait until ``shown`` stands on the page's terminal, or is so."""

        async def waited() -> None:
            while not (shown() if callable(shown) else shown in self.words):
                self._news.clear()
                await self._news.wait()

        try:
            await asyncio.wait_for(waited(), PATIENCE)
        except TimeoutError:
            shown_now = "\n".join(filter(str.strip, self._screen.display))
            raise AssertionError(f"never came: {shown!r}\n{shown_now}") from None

    async def _port(self) -> int:
        told = Path(self._folder.name, "DevToolsActivePort")
        for _ in range(int(PATIENCE * 20)):
            if told.exists() and (lines := told.read_text().split()):
                return int(lines[0])
            await asyncio.sleep(0.05)
        raise AssertionError("the browser never said where it listens")

    async def _listen(self) -> None:
        async for message in self._socket:
            told = json.loads(message.data)
            if "id" in told:
                self._answers[told["id"]].set_result(told.get("result", told))
            elif told["method"] == "Network.requestWillBeSent":
                self.requests.append(told["params"]["request"]["url"])
            elif told["method"] == "Network.webSocketCreated":
                self.requests.append(told["params"]["url"])
            elif told["method"] == "Network.webSocketFrameReceived":
                frame = told["params"]["response"]
                if frame["opcode"] == 2:
                    self._stream.feed(base64.b64decode(frame["payloadData"]))
            self._news.set()
