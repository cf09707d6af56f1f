"""IPython without a kernel: run a cell and return its outputs, text and images, within a limit."""

import ast
import base64
import io
import signal
import sys
import traceback
from types import TracebackType
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from grader.grading.wall.student.cells import Compiler, Transformer
from workbench.commands import limit_commands

Output = dict[str, Any]
SHOWN = ("text/plain", "image/png")  # of a rich output; nothing that a browser would run


class OutputLimitExceeded(BaseException):
    """A cell has put out more than it may."""


class TimeLimitExceeded(BaseException):
    """A cell or a request has exceeded its time limit."""


class Outputs:
    """The outputs of the running cell, and how many characters it may still put out."""

    def __init__(self) -> None:
        self.list: list[Output] = []
        self.cell = self.total = self.left = 0

    def begin(self) -> None:
        """Start a cell, with the limit of a cell or what the submission has left."""
        self.list = []
        self.left = min(self.cell, self.total)
        self.total -= self.left

    def end(self) -> None:
        """Leave to other cells what this one did not use."""
        self.total, self.left = self.total + self.left, 0

    def add(self, output: Output, size: int) -> None:
        """Keep an output of `size` characters.

        Raises:
            OutputLimitExceeded: if the limit is reached.
        """
        if size > self.left:
            raise OutputLimitExceeded
        self.left -= size
        last = self.list[-1] if self.list else {}
        both_streams = output["output_type"] == "stream" == last.get("output_type")
        if both_streams and output["name"] == last["name"]:
            last["text"] += output["text"]
        else:
            self.list.append(output)

    def show(self, kind: str, data: dict[str, Any]) -> None:
        """Keep the parts of a rich output that a browser would not run."""
        kept = {key: _text(data[key]) for key in SHOWN if key in data}
        count = {"execution_count": None} if kind == "execute_result" else {}
        size = sum(len(text) for text in kept.values())
        self.add({"output_type": kind, "data": kept, "metadata": {}, **count}, size)


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value if isinstance(value, str) else str(value)


class Stream(io.TextIOBase):
    """Replaces stdout or stderr."""

    encoding = "utf-8"

    def __init__(self, name: str, outputs: Outputs) -> None:
        self._name, self._outputs = name, outputs

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def write(self, text: str) -> int:
        """Add text to the outputs."""
        if text:
            output = {"output_type": "stream", "name": self._name, "text": text}
            self._outputs.add(output, len(text))
        return len(text)


class _Hook(DisplayHook):
    shell: "Shell"

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(
        self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None
    ) -> None:
        self.shell.outputs.show("execute_result", format_dict)

    def log_output(self, format_dict: dict[str, Any]) -> None:
        pass


class _Publisher(DisplayPublisher):
    shell: "Shell"

    def publish(self, data: Any, *args: Any, **more: Any) -> None:
        self.shell.outputs.show("display_data", data)


class Shell(InteractiveShell):
    """An IPython shell that keeps the outputs of its cells in `outputs`."""

    displayhook_class = _Hook
    display_pub_class = _Publisher
    compile: Compiler
    compiler_class = Compiler

    def __init__(self) -> None:
        config = Config()
        config.HistoryManager.enabled = False
        config.HistoryManager.hist_file = ":memory:"
        config.InteractiveShell.colors = "nocolor"
        self.outputs = Outputs()
        self.stopped: BaseException | None = None
        super().__init__(config=config)
        self.input_transformer_manager = Transformer(self, self.compile)
        limit_commands(self)
        if self.display_formatter is not None:
            self.display_formatter.active_types = list(SHOWN)

    def init_sys_modules(self) -> None:
        """Use the namespace as `__main__`, as a kernel does: student classes belong there."""
        super().init_sys_modules()
        sys.modules["__main__"] = self.user_module

    def enable_gui(self, gui: str | None = None) -> None:
        """Accept what `%matplotlib inline` asks for: there are no windows, but pictures."""

    def showtraceback(self, exc_tuple: Any = None, *args: Any, **kwargs: Any) -> None:
        """Add an error to the outputs; an exceeded limit ends the cell instead."""
        kind, error, trace = exc_tuple or sys.exc_info()
        if isinstance(error, OutputLimitExceeded | TimeLimitExceeded):
            signal.setitimer(signal.ITIMER_REAL, 0)
            self.stopped = error
            return
        if kind is not None and error is not None:
            self._error(kind.__name__, _message(error), _lines(kind, error, trace))

    def showsyntaxerror(
        self, filename: str | None = None, running_compiled_code: bool = False
    ) -> None:
        """Add a syntax error to the outputs."""
        self.showtraceback()

    async def run_ast_nodes(
        self, nodelist: list[ast.stmt], cell_name: str, interactivity: str = "last_expr",
        compiler: Any = compile, result: Any = None,
    ) -> bool | None:  # fmt: skip
        """Run the statements of a cell; whether an error ended it."""
        plain = not self.autoawait and interactivity == "last_expr"
        codes = self.compile.codes(nodelist, cell_name) if plain else []
        if not codes:  # IPython runs the statements before the one that cannot be compiled
            return await super().run_ast_nodes(nodelist, cell_name, interactivity, compiler, result)
        for code in codes:
            if await self.run_code(code, result):
                return True
        return False

    def _error(self, name: str, message: str, lines: list[str]) -> None:
        message, text = message[:20_000], "\n".join(lines)[:100_000]
        error = {"ename": name, "evalue": message, "traceback": text.split("\n")}
        self.outputs.list.append({"output_type": "error", **error})

    def run(self, source: str) -> list[Output]:
        """Run a cell and return its outputs.

        Raises:
            OutputLimitExceeded, TimeLimitExceeded: if one of the limits ended it.
        """
        self.stopped = None
        # With `autoawait`, IPython compiles every cell once more to see whether it awaits.
        awaits = "await" in source or "async" in source
        if awaits != self.autoawait:
            self.autoawait = awaits
        self.run_cell(source, store_history=False)
        if self.stopped is not None:
            raise self.stopped
        return self.outputs.list


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # an exceeded limit is none of these
        return ""


def _lines(kind: type[BaseException], error: Any, trace: TracebackType | None) -> list[str]:
    """A traceback without IPython's frames; IPython's own formatting takes 20 times as long."""
    try:
        text = traceback.TracebackException(kind, error, trace, limit=50, compact=True)
        hidden = [frame for frame in text.stack if "/IPython/" not in frame.filename]
        text.stack = traceback.StackSummary.from_list(hidden)
        return "".join(text.format(chain=False)).rstrip("\n").split("\n")
    except Exception:  # the methods of a student's exception may fail
        return [kind.__name__]
