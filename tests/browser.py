"""A real browser for the tests: Chromium with Playwright, and no network beyond this machine."""

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Request, sync_playwright

# What Chromium asks for by itself, whatever page it shows. A page that asked for these would be
# seen by its own events.
CHROMIUMS_OWN = (
    "update.googleapis.com",
    "accounts.google.com",
    "content-autofill.googleapis.com",
    "www.google.com",
)


@dataclass
class ClosedBrowser:
    """A browser that reaches 127.0.0.1 alone, and all else that was asked for while it ran."""

    browser: Browser
    asked: list[str] = field(default_factory=list)

    def context(self, **options: object) -> BrowserContext:
        """A window with a storage of its own."""
        context = self.browser.new_context(**options)
        context.set_default_timeout(60_000)
        context.on("request", self._note)
        return context

    def _note(self, request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "blob:", "data:")):
            self.asked.append(request.url)

    def outside(self) -> list[str]:
        """Requests to another host, by pages, workers and service workers."""
        own = [f"{host}{end}" for host in CHROMIUMS_OWN for end in ":/"]
        return [each for each in self.asked if not any(name in each for name in own)]


def chromium() -> str:
    """The path of the system's Chromium; the test is skipped where there is none."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    pytest.skip("there is no Chromium here (as root on Debian: .ci/packages)")


@contextmanager
def closed_browser() -> Iterator[ClosedBrowser]:
    """A browser without a network: a proxy of the test's own refuses what it asks of other hosts.

    Keep it open for no longer than one test module: while Playwright runs, nothing else can use
    asyncio.
    """
    path = chromium()
    with _refusing_proxy() as (port, asked), sync_playwright() as playwright:
        arguments = [
            f"--proxy-server=http://127.0.0.1:{port}"
        ]  # Chromium asks no proxy for 127.0.0.1
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            arguments.append(
                "--no-sandbox"
            )  # as root, in a container, Chromium starts in no other way
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        try:
            yield ClosedBrowser(browser, asked)
        finally:
            browser.close()


@contextmanager
def _refusing_proxy() -> Iterator[tuple[int, list[str]]]:
    asked: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=_refuse, args=(server, asked))
        thread.start()
        yield server.getsockname()[1], asked
        server.shutdown(socket.SHUT_RDWR)
        thread.join()


def _refuse(server: socket.socket, asked: list[str]) -> None:
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        with connection:
            connection.settimeout(5)
            try:
                asked.append(connection.recv(4096).decode("latin-1").split("\r\n", 1)[0])
                connection.sendall(
                    b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                )
            except OSError:
                continue
