"""A real browser for the tests: Chromium, driven by Playwright, with a network that ends at this machine."""

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright


def chromium() -> str:
    """The path of the system's Chromium; the test is skipped where there is none."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("there is no Chromium here (Debian: apt install chromium)")
    return path


@contextmanager
def closed_browser() -> Iterator[tuple[Browser, list[str]]]:
    """A browser that reaches 127.0.0.1 alone, and the list of all else that it asked for while it ran.

    Every request to another host goes to a proxy of the test's own, which notes it and refuses it. Unlike a page's own
    events that covers workers, service workers and what the browser does by itself.
    """
    with _refusing_proxy() as (port, asked), sync_playwright() as playwright:
        arguments = [f"--proxy-server=http://127.0.0.1:{port}"]  # Chromium asks no proxy for 127.0.0.1
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            arguments.append("--no-sandbox")  # as root, in a container, Chromium starts in no other way
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        try:
            yield browser, asked
        finally:
            browser.close()


@contextmanager
def _refusing_proxy() -> Iterator[tuple[int, list[str]]]:
    asked: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_refuse, args=(server, asked), daemon=True).start()
        yield server.getsockname()[1], asked
        server.shutdown(socket.SHUT_RDWR)


def _refuse(server: socket.socket, asked: list[str]) -> None:
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        with connection:
            connection.settimeout(5)
            try:
                line = connection.recv(4096).decode("latin-1").split("\r\n", 1)[0]
                asked.append(line)
                connection.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            except OSError:
                continue
