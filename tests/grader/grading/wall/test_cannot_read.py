# ruff: noqa: E501 (attacks are laid out as attackers do)
"""Attempts to read what a student must not see: tests, the gradebook, the course, other people's work, the machine."""

from pathlib import Path

import pytest
from graded_class import Class, hand_in

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.term import Course
from grader.library.answers import submission

SECRETS = (
    "BEGIN HIDDEN",
    "test-linear-initialization",
    "gradebook",
    "zz-neighbour",
    "BEGIN SOLUTION",
)

# Each attack is the body of a function that returns what it has found, if anything.
BODIES = {
    "read_the_source_notebook": """
    for top in (ROOT, '/work', '/home', '/root', '/tmp', '/srv', '/opt', '/mnt', '/var'):
        for path, _, files in os.walk(top):
            for file in files:
                if file.endswith('.ipynb') and 'site-packages' not in path: return path, file
""",
    "find_hidden_tests_in_any_file": """
    needle = b'### BEGIN ' + b'HIDDEN TESTS'
    for path, _, files in os.walk('/'):
        if path.startswith(('/proc', '/sys', '/usr', '/root/.pyenv')) or 'site-packages' in path: continue
        for file in files:
            try: data = open(os.path.join(path, file), 'rb').read(10 ** 6)
            except OSError: continue
            if needle in data: return path, file
""",
    "read_the_gradebook": """
    for path, _, files in os.walk('/'):
        for file in files if 'site-packages' not in path else ():
            if file.endswith(('.db', '.db-journal')) and 'grade' in file: return path, file
    import sqlite3
    return sqlite3.connect('file:' + TERM + '/gradebook.db?mode=ro', uri=True).execute('select 1 from grade').fetchone()
""",
    "read_another_submission": """
    return os.listdir(TERM + '/submitted')
""",
    "read_the_terms_seed": """
    return open(TERM + '/seed').read()
""",
    "list_the_course_folder": """
    return os.listdir(TERM)
""",
    "list_the_repository": """
    return [name for name in os.listdir(ROOT) if name != '.venv']
""",
    "read_the_home_directory": """
    import pwd
    for home in ('/root', '/home'):
        for path, folders, files in os.walk(home):
            if '.pyenv' in path or 'site-packages' in path or '/lib/' in path: continue
            if files and not path.startswith(sys.prefix) and not path.startswith(sys.base_prefix): return path, files
""",
    "read_passwords_and_hosts": """
    for name in ('/etc/passwd', '/etc/shadow', '/etc/hosts', '/etc/resolv.conf', '/etc/environment', '/etc/hostname'):
        try: return name, open(name).read()
        except OSError: pass
""",
    "read_the_environment": """
    known = {'PATH', 'LANG', 'MPLBACKEND', 'OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'PYTHONNOUSERSITE', 'HOME',
             'PYTHONDONTWRITEBYTECODE', 'PYTHONHASHSEED', 'NBGRADER_EXECUTION', 'TMPDIR', 'IPYTHONDIR', 'KERNEL_ID',
             'LC_CTYPE', 'TERM', 'COLUMNS', 'LINES', 'MPLCONFIGDIR', 'PAGER', 'GIT_PAGER', 'CLICOLOR', 'FORCE_COLOR'}
    return sorted(set(os.environ) - known) or (os.environ.get('TINYTORCH_SEED'))
""",
    "read_the_environment_of_a_relative": """
    for pid in ('self', '1', str(os.getppid()), str(os.getpid())):
        try: return open(f'/proc/{pid}/environ').read()
        except OSError: pass
""",
    "read_the_memory_of_a_relative": """
    import ctypes
    for pid in range(0, 400):
        try: open(f'/proc/{pid}/mem', 'rb'); return pid
        except OSError: pass
    libc = ctypes.CDLL(None, use_errno=True)
    for pid in range(2, 3000):
        if libc.ptrace(16, pid, 0, 0) == 0: return pid
""",
    "see_other_processes": """
    seen = []
    for pid in range(2, 70000):
        try: os.kill(pid, 0); seen.append(pid)
        except OSError: pass
    return seen
""",
    "list_processes": """
    return [name for name in os.listdir('/proc') if name.isdigit()]
""",
    "find_hidden_tests_in_memory": """
    import gc
    needle = '### BEGIN ' + 'HIDDEN'
    for thing in gc.get_objects():
        try:
            if isinstance(thing, str) and needle in thing: return thing[:200]
            if isinstance(thing, dict):
                for value in list(thing.values()):
                    if isinstance(value, str) and needle in value: return value[:200]
        except Exception: pass
""",
    "scan_raw_memory_for_hidden_tests": """
    import ctypes
    needle, own = b'rng = generator(' + b'"test-linear', id(object())
    for line in open('/proc/self/maps'):
        start, end = (int(part, 16) for part in line.split()[0].split('-'))
        if needle in ctypes.string_at(start, end - start): return line
""",
    "find_tests_in_the_history": """
    shell = get_ipython()
    texts = [str(t) for t in shell.history_manager.input_hist_raw] + list(map(str, globals().get('In', [])))
    return [text[:100] for text in texts if 'gene' + 'rator("' in text]
""",
    "find_tests_in_linecache": """
    import linecache
    return [name for name, entry in linecache.cache.items() if any('gene' + 'rator("test' in line for line in entry[2])]
""",
    "find_tests_in_the_callers_frames": """
    frame, needle = sys._getframe(), 'gene' + 'rator("test'
    while frame:
        for name, value in frame.f_locals.items():
            if name != 'needle' and needle in repr(value)[:10000]: return name
        frame = frame.f_back
""",
    "find_the_seed_in_memory": """
    import gc
    for thing in gc.get_objects():
        if isinstance(thing, dict) and 'TINYTORCH_SEED' in thing: return thing['TINYTORCH_SEED']
    return os.environ.get('TINYTORCH_SEED')
""",
    "import_the_grader": """
    import grader.feedback.redact
    return grader.feedback.redact.__file__
""",
    "find_open_files_of_the_grader": """
    import stat
    found = []
    for number in range(0, 1024):
        try: mode = os.fstat(number).st_mode
        except OSError: continue
        if stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_ISFIFO(mode): found.append(number)
    sockets = [n for n in range(0, 1024) if _is_socket(n)]
    return found or (sockets if len(sockets) > 1 else None)
""",
    "leave_the_root": """
    os.chroot('.')
    return os.listdir('../../../..')
""",
    "leave_the_root_through_a_descriptor": """
    for number in range(3, 64):
        try: return os.listdir(f'/dev/fd/{number}')
        except OSError: pass
        try: os.fchdir(number); return os.getcwd()
        except OSError: pass
""",
    "enter_another_namespace": """
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    for flag in (0x10000000, 0x20000, 0x40000000, 0x20000000, 0x8000000):
        if libc.unshare(flag) == 0: return flag
    for number in range(3, 64):
        if libc.setns(number, 0) == 0: return number
""",
    "mount_something": """
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    for kind in (b'tmpfs', b'proc', b'sysfs', b'overlay'):
        if libc.mount(b'none', b'/scratch', kind, 0, None) == 0: return kind
    if libc.umount2(b'/scratch', 2) == 0: return 'umount'
""",
    "read_files_by_handle": """
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    handle = ctypes.create_string_buffer(136)
    mount = ctypes.c_int()
    if libc.syscall(303, -100, b'/usr', handle, ctypes.byref(mount), 0) == 0: return 'handle'
""",
    "use_an_abstract_socket": """
    import socket
    return socket.socket(socket.AF_UNIX)
""",
    "read_kernel_keys_and_messages": """
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    found = [number for number in (250, 248, 29, 68, 240, 321, 298, 323, 425, 103, 310) if libc.syscall(number, 0, 0, 0, 0, 0) >= 0]
    return found
""",
}
TEMPLATE = """
import os, socket, stat, sys
ROOT, TERM = {root!r}, {term!r}
def _is_socket(number):
    try: return stat.S_ISSOCK(os.fstat(number).st_mode)
    except OSError: return False
def attack():
{body}
try: found = attack()
except BaseException as error: found = None; print('refused:', type(error).__name__)
print('RA' + 'N')
if found: print('LE' + 'AK', str(found)[:300])
"""
ATTACKS: dict[str, str] = {}


def prepare(course: Course, module: Module) -> None:
    """Write the attacks only now: they know where the course lies, as an insider may."""
    blank = read(course.release(module))
    for name, body in BODIES.items():
        code = TEMPLATE.format(
            root=str(Path(__file__).resolve().parents[3]), term=str(course.folder), body=body
        )
        hand_in(course, module, name, submission(blank, {"layer": code}))


@pytest.mark.parametrize("attack", BODIES)
def test_cannot(attack: str, graded: Class) -> None:
    shown = graded.shown(attack)
    assert "LEAK" not in shown, shown[shown.index("LEAK") :][:400]
    assert "RAN" in shown, shown[:2000]
    assert not any(secret in shown for secret in SECRETS)
    assert graded.points(attack) == 0


def test_the_neighbour_has_full_marks(graded: Class) -> None:
    graded.check_neighbour()
