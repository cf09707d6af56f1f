"""A small web server for looking at a site on this machine; any host of static files does the same for a class."""

import errno
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from grader.errors import CourseError


class Quiet(SimpleHTTPRequestHandler):
    """Serves files with the types that browsers insist on, whatever this machine's own tables say."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".wasm": "application/wasm",
    }

    def do_GET(self) -> None:
        with suppress(ConnectionError):  # a page was left before all of it had come
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        pass


def server(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """A server of `folder` on this machine alone, at `port` or a free one; `serve_forever` starts it.

    Raises:
        CourseError: if the port is taken or not allowed.
    """
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(Quiet, directory=str(folder)))
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        why = "is taken" if error.errno == errno.EADDRINUSE else "is not allowed"
        raise CourseError(
            f"Port {port} {why}: give another one, for example --serve {port % 50000 + 8001}."
        ) from None
