"""A small web server to look at a site on this machine; a class needs any static file host."""

import errno
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from grader.course.errors import CourseError


class StaticFiles(SimpleHTTPRequestHandler):
    """Serves files without a log, with the media types that browsers require for scripts."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        # Python takes these types from the system, which may have others or none.
        ".js": "text/javascript",
        ".wasm": "application/wasm",
    }

    def do_GET(self) -> None:
        """Send a file; a page that is closed before all of it has arrived is not an error."""
        # Without this, the server prints a traceback.
        with suppress(ConnectionError):
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""


def server(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """Return a server of `folder` on localhost at `port`, by default a free one.

    Raises:
        CourseError: if the port is taken or not allowed.
    """
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(StaticFiles, directory=str(folder)))
    except OSError as error:
        # Ports below 1024 are for root on most systems.
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        why = "is taken" if error.errno == errno.EADDRINUSE else "is not allowed"
        raise CourseError(
            f"Port {port} {why}: give another one, for example --serve {port % 50000 + 8001}."
        ) from None
