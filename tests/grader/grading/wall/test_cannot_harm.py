# ruff: noqa: E501 (attacks are laid out as attackers do)
"""Attempts to harm others, the machine or the batch; each ends in a verdict, within its time, and nothing is left."""

import json
import os
from pathlib import Path

import nbformat
import psutil
import pytest
from graded_class import LIMITS, NEIGHBOUR, Class
from nbformat.v4 import new_code_cell, new_markdown_cell

from grader.course.manifest import Module
from grader.course.term import Course

MARK = "left-by-an-attack"
ATTACKS = {
    "loop_forever": "while True: pass\n",
    "loop_forever_and_catch_everything": """
while True:
    try:
        while True: pass
    except BaseException: pass
""",
    "ignore_the_alarm": """
import signal
for number in range(1, 65):
    try: signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError): pass
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
while True: pass
""",
    "switch_the_timer_off": """
import signal
signal.setitimer(signal.ITIMER_REAL, 0)
while True: pass
""",
    "hang_in_c_code": "sum(1 for _ in iter(int, 1))\nlist(iter(int, 1)) if False else pow(7, 10 ** 9)\n",
    "hang_in_a_regular_expression": "import re\nre.match('(a+)+$', 'a' * 40 + 'b')\n",
    "sleep_for_an_hour": "import time\ntime.sleep(3600)\n",
    "hang_when_a_test_calls": """
class Layer:
    def __init__(self, *a, **k):
        while True: pass
Linear = Dropout = Sequential = Layer
""",
    "hang_in_repr": """
class Layer:
    def __repr__(self):
        while True: pass
    __len__ = __iter__ = __getattr__ = __call__ = lambda self, *a: repr(self)
""",
    "iterate_without_end": """
def endless(*a, **k):
    while True: yield 1
Linear = Dropout = Sequential = linear_param_count = mlp_flops = count_parameters = endless
""",
    "fork_bomb": "import os\nwhile True: os.fork()\n",
    "thread_bomb": """
import threading, time
while True: threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
""",
    "start_programs": "import subprocess\nsubprocess.Popen(['/bin/sh', '-c', 'sleep 1000 # MARK'])\n",
    "use_multiprocessing": "import multiprocessing as m\nm.get_context('fork').Process(target=print).start()\n",
    "execute_another_program": "import os\nos.execv('/bin/sleep', ['/bin/sleep', '1000'])\n",
    "use_up_memory": "x = []\nwhile True: x.append(bytearray(10 ** 7))\n",
    "use_up_memory_with_numpy": "import numpy as np\nx = [np.ones(10 ** 7) for _ in range(10 ** 4)]\n",
    "use_up_memory_with_one_number": "x = 1 << (1 << 36)\n",
    "use_up_memory_with_text": "x = 'x' * 10 ** 11\n",
    "use_up_memory_while_a_test_runs": """
class Layer:
    def __init__(self, *a, **k): self.data = [bytearray(10 ** 7) for _ in range(10 ** 4)]
Linear = Dropout = Sequential = Layer
""",
    "use_up_memory_through_shared_memory": """
import ctypes, mmap
maps = []
while True:
    m = mmap.mmap(-1, 1 << 26); m[::4096] = b'x' * ((1 << 26) // 4096); maps.append(m)
""",
    "use_up_the_disk": """
n = 0
while True:
    n += 1
    open(f'file-{n}', 'wb').write(b'x' * 10 ** 6)
""",
    "use_up_inodes": """
n = 0
while True:
    n += 1
    open(f'file-{n}', 'w').close()
""",
    "write_a_sparse_file": "f = open('f', 'wb')\nf.truncate(10 ** 13)\n",
    "open_files_without_end": "x = []\nwhile True: x.append(open('/dev/null'))\n",
    "flood_the_output": "while True: print('x' * 1000)\n",
    "flood_the_errors": "import sys\nwhile True: sys.stderr.write('x' * 10 ** 6)\n",
    "flood_descriptors_one_and_two": "import os\nwhile True: os.write(1, b'x' * 10 ** 6); os.write(2, b'x')\n",
    "flood_with_displays": "while True: display('x' * 10 ** 5)\n",
    "flood_the_output_while_a_test_runs": """
class Layer:
    def __init__(self, *a, **k):
        while True: print('x' * 1000)
Linear = Dropout = Sequential = Layer
""",
    "answer_with_gigabytes": """
import numpy as np
def big(*a, **k): return np.zeros(30_000_000)
linear_param_count = linear_macs = mlp_flops = Linear = big
""",
    "answer_with_a_deep_list": """
deep = []
for _ in range(10 ** 5): deep = [deep]
linear_param_count = linear_macs = mlp_flops = Linear = lambda *a, **k: deep
""",
    "answer_with_a_list_in_itself": """
loop = []; loop.append(loop)
linear_param_count = linear_macs = mlp_flops = Linear = lambda *a, **k: loop
""",
    "answer_with_a_huge_number": "linear_param_count = linear_macs = mlp_flops = lambda *a, **k: 10 ** 100_000\n",
    "raise_an_error_with_a_huge_message": """
class Layer:
    def __init__(self, *a, **k): raise ValueError('x' * 10 ** 8)
Linear = Dropout = Sequential = Layer
""",
    "report_more_output_than_there_is": """
import gc
side = next(o for o in gc.get_objects() if type(o).__name__ == 'StudentServer')
real = side.writer
class Liar:
    def write(self, value):
        flood = [{'output_type': 'stream', 'name': 'stdout', 'text': 'x' * 30_000_000}]
        return real.write((value[0], flood, '', []))
side.writer = Liar()
""",
    "answer_with_millions_of_handles": """
class Thing: pass
linear_param_count = linear_macs = mlp_flops = Linear = lambda *a, **k: [Thing()] * 3_000_000
""",
    "recurse_without_end": "def f(): return f()\nimport sys; sys.setrecursionlimit(10 ** 9); f()\n",
    "crash_the_interpreter": "import ctypes\nctypes.string_at(0)\n",
    "kill_the_parent": "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)\n",
    "kill_everybody": "import os, signal\nfor p in (-1, 0, *range(-70000, 70000)):\n    try: os.kill(p, signal.SIGKILL)\n"
    "    except (OSError, OverflowError): pass\n",
    "stop_everybody": "import os, signal\nfor p in (-1, 0, *range(2, 70000)):\n    try: os.kill(p, signal.SIGSTOP)\n"
    "    except OSError: pass\n",
    "stop_itself": "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)\n",
    "leave_a_daemon": """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        while True: time.sleep(1)
""",
    "renice_others": "import os\nos.setpriority(os.PRIO_USER, 0, 19); os.nice(-20)\n",
    "reach_the_network": """
import socket
socket.create_connection(('1.1.1.1', 53), timeout=1); print('REA' + 'CHED')
""",
    "reach_the_machine_itself": """
import socket
for port in (22, 80, 5432, 8888): socket.create_connection(('127.0.0.1', port), timeout=1); print('REA' + 'CHED')
""",
    "look_up_a_name": "import socket\nsocket.getaddrinfo('example.org', 80); print('REA' + 'CHED')\n",
    "fetch_a_page": "import urllib.request\nurllib.request.urlopen('http://1.1.1.1', timeout=1); print('REA' + 'CHED')\n",
    "reboot": "import ctypes\nprint(ctypes.CDLL(None, use_errno=True).reboot(0x1234567)); \n",
    "change_the_clock": "import time\ntime.clock_settime(time.CLOCK_REALTIME, 0)\n",
    "change_the_system": """
import os, sys, site
for name in ('/usr/x', '/etc/x', '/packages/tinytorch/core/tensor.py', os.path.join(sys.prefix, 'x.pth'), '/x',
             site.__file__, '/dev/null2', '/old'):
    try: open(name, 'w').write('raise SystemExit')
    except OSError: continue
    print('WRITTEN', name)
""",
    "shadow_numpy_for_the_next_run": """
import os
for folder in ('.', '/tmp', '/packages', os.path.expanduser('~')):
    for name in ('numpy.py', 'tinytorch.py', 'sitecustomize.py', 'usercustomize.py', 'nbgrader_config.py'):
        try: open(os.path.join(folder, name), 'w').write('raise SystemExit')
        except OSError: pass
""",
    "leave_start_up_files": """
import os
for name in ('.ipython/profile_default/startup/00.py', '.config/matplotlib/matplotlibrc', '.bashrc', '.jupyter/x.py'):
    for home in (os.path.expanduser('~'), '/root', '/scratch'):
        try: os.makedirs(os.path.dirname(os.path.join(home, name)), exist_ok=True); open(os.path.join(home, name), 'w').write('MARK')
        except OSError: pass
""",
    "link_out_of_the_scratch": """
import os
os.symlink('/', 'root'); os.symlink('/etc', 'etc')
try: open('root/usr/x', 'w'); print('WRITTEN')
except OSError: pass
""",
    "end_a_test_with_the_judges_exception": "def linear_param_count(*a, **k): raise KeyboardInterrupt\n",
    "hand_in_three_thousand_cells": lambda book: _with(book, [new_code_cell("x = 1") for _ in range(3000)]),
    "hand_in_fifty_megabytes": lambda book: _with(book, [new_markdown_cell("x" * 50_000_000)]),
    "hand_in_broken_json": lambda book: nbformat.writes(book)[:-100],
    "hand_in_nested_json": lambda book: "[" * 100_000,
    "hand_in_another_version": lambda book: nbformat.writes(book).replace('"nbformat": 4', '"nbformat": 99'),
    "hand_in_a_number": lambda book: "42",
    "hand_in_cells_of_a_wrong_type": lambda book: json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [1]}),
    "hand_in_nothing": lambda book: "",
    "hand_in_script_in_text_and_outputs": lambda book: _with(
        book, [new_code_cell("from IPython.display import HTML, Javascript\ndisplay(Javascript('EVIL()'))\nHTML('<script>EVIL()</script>')")]
    ),
}  # fmt: skip
FILES = (
    "a_link_as_notebook",
    "a_link_to_the_source",
    "a_pipe_as_notebook",
    "a_folder_as_notebook",
    "another_encoding",
    "a_device",
)
SLOW = LIMITS["submission_seconds"] + 15


def _with(book, cells):
    book.cells.extend(cells)
    return book


def prepare(course: Course, module: Module) -> None:
    """Submissions that are no ordinary files."""
    for name in FILES:
        path = course.submitted(name, module) / f"{module.name}.ipynb"
        path.parent.mkdir(parents=True)
        if name == "a_link_as_notebook":
            path.symlink_to(course.submitted(NEIGHBOUR, module) / path.name)
        elif name == "a_link_to_the_source":
            path.symlink_to(course.source(module))
        elif name == "a_pipe_as_notebook":
            os.mkfifo(path)
        elif name == "a_folder_as_notebook":
            path.mkdir()
        elif name == "another_encoding":
            path.write_bytes(b"\xff\xfe" + "{}".encode("utf-16"))
        else:
            path.symlink_to("/dev/zero")


@pytest.mark.parametrize("attack", ATTACKS)
def test_cannot(attack: str, graded: Class) -> None:
    outcome = graded.outcomes[attack]
    assert graded.points(attack) == 0
    assert outcome.verdict != "ok"
    shown = graded.shown(attack)
    assert "REACHED" not in shown
    assert "WRITTEN" not in shown
    assert "EVIL()</script>" not in shown
    assert len(shown) < 30_000_000


@pytest.mark.parametrize("file", FILES)
def test_cannot_hand_in(file: str, graded: Class) -> None:
    assert graded.outcomes[file].verdict == "unreadable"
    assert graded.points(file) == 0


@pytest.mark.parametrize(
    ("attack", "verdict"),
    [
        ("loop_forever", "timeout"), ("loop_forever_and_catch_everything", "timeout"), ("ignore_the_alarm", "timeout"),
        ("hang_in_a_regular_expression", "timeout"), ("use_up_memory", "memory"), ("flood_the_output", "output"),
        ("crash_the_interpreter", "killed"), ("hand_in_broken_json", "unreadable"),
    ],
)  # fmt: skip
def test_the_verdict_says_what_happened(attack: str, verdict: str, graded: Class) -> None:
    assert graded.outcomes[attack].verdict == verdict, graded.outcomes[attack].notes


def test_the_neighbour_has_full_marks(graded: Class) -> None:
    graded.check_neighbour()


def test_no_process_is_left(graded: Class) -> None:
    names = [process.info["cmdline"] for process in psutil.process_iter(["cmdline"])]
    assert not [
        line
        for line in names
        if line
        and "grader.grading.wall.student.forkserver" in " ".join(line)
        and str(graded.course.folder) in " ".join(line)  # not one of another test
    ]


def test_nothing_is_written_outside(graded: Class) -> None:
    course = graded.course
    strange = ("numpy.py", "sitecustomize.py", "x.pth")
    assert not [path for path in course.folder.rglob("*") if path.name in strange]
    assert not Path("/tmp/pickled-by-attack").exists()
    assert sorted(path.name for path in (course.package(graded.module) / "tinytorch").iterdir()) == [
        "__init__.py", "book.py", "checks.py", "compare.py", "core", "data.py", "digits",
        "outcomes.py", "tables",
    ]  # fmt: skip
