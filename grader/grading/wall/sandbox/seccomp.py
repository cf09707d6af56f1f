"""A seccomp filter with the system calls that a student's process may make.

It lists what is allowed, so calls that a later kernel adds are refused. There are no new processes,
sockets, mounts, namespaces, keys or tracing; threads are allowed. A refused call fails with EPERM.
"""

import ctypes
import struct

from grader.grading.wall.sandbox.syscalls import MACHINE, PR_SET_SECCOMP, prctl

ARCHITECTURE = 0xC000003E  # x86_64; other machines have no filter, only the rest of the sandbox
ALLOWED = """
read=0 write=1 open=2 close=3 stat=4 fstat=5 lstat=6 poll=7 lseek=8 mmap=9 mprotect=10 munmap=11
brk=12 rt_sigaction=13 rt_sigprocmask=14 rt_sigreturn=15 ioctl=16 pread64=17 pwrite64=18 readv=19
writev=20 access=21 pipe=22 select=23 sched_yield=24 mremap=25 msync=26 mincore=27 madvise=28
dup=32 dup2=33 pause=34 nanosleep=35 getitimer=36 alarm=37 setitimer=38 getpid=39 sendfile=40
sendto=44 recvfrom=45 sendmsg=46 recvmsg=47 shutdown=48 getsockname=51 getpeername=52
socketpair=53 setsockopt=54 getsockopt=55 exit=60 kill=62 uname=63 fcntl=72 flock=73 fsync=74
fdatasync=75 truncate=76 ftruncate=77 getdents=78 getcwd=79 chdir=80 fchdir=81 rename=82 mkdir=83
rmdir=84 creat=85 link=86 unlink=87 symlink=88 readlink=89 chmod=90 fchmod=91 umask=95
gettimeofday=96 getrlimit=97 getrusage=98 sysinfo=99 times=100 getuid=102 getgid=104 geteuid=107
getegid=108 getppid=110 getpgrp=111 getgroups=115 getresuid=118 getresgid=120 getpgid=121
getsid=124 rt_sigpending=127 rt_sigtimedwait=128 rt_sigsuspend=130 sigaltstack=131 utime=132
statfs=137 fstatfs=138 getpriority=140 sched_getparam=143 sched_getscheduler=145
sched_get_priority_max=146 sched_get_priority_min=147 arch_prctl=158 gettid=186 tkill=200 time=201
futex=202 sched_setaffinity=203 sched_getaffinity=204 epoll_create=213 getdents64=217
set_tid_address=218 restart_syscall=219 fadvise64=221 clock_gettime=228 clock_getres=229
clock_nanosleep=230 exit_group=231 epoll_wait=232 epoll_ctl=233 tgkill=234 utimes=235 openat=257
mkdirat=258 futimesat=261 newfstatat=262 unlinkat=263 renameat=264 linkat=265 symlinkat=266
readlinkat=267 fchmodat=268 faccessat=269 pselect6=270 ppoll=271 set_robust_list=273
get_robust_list=274 utimensat=280 epoll_pwait=281 timerfd_create=283 eventfd=284 fallocate=285
timerfd_settime=286 timerfd_gettime=287 eventfd2=290 epoll_create1=291 dup3=292 pipe2=293
preadv=295 pwritev=296 prlimit64=302 getcpu=309 renameat2=316 getrandom=318 membarrier=324
copy_file_range=326 statx=332 rseq=334 close_range=436 openat2=437 faccessat2=439
"""
NUMBERS = [int(entry.partition("=")[2]) for entry in ALLOWED.split()]
CLONE, CLONE3, IOCTL = 56, 435, 16
CLONE_THREAD, NEW_NAMESPACES = 0x00010000, 0x7E020080
TIOCSTI = 0x5412  # inserts input into a terminal
LOAD, EQUAL, ALL_SET, RETURN = 0x20, 0x15, 0x45, 0x06
ALLOW, DENY, NOT_KNOWN, KILL = 0x7FFF0000, 0x00050001, 0x00050026, 0x80000000


def program() -> bytes:
    """The filter as a program of classic BPF."""
    lines = [
        (LOAD, 0, 0, 4), (EQUAL, 1, 0, ARCHITECTURE), (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, 0),
        # A filter cannot read the flags of clone3; without it libc uses clone.
        (EQUAL, 0, 1, CLONE3), (RETURN, 0, 0, NOT_KNOWN),
        (EQUAL, 0, 5, CLONE),
        (LOAD, 0, 0, 16), (ALL_SET, 2, 0, NEW_NAMESPACES), (ALL_SET, 0, 1, CLONE_THREAD),
        (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, DENY),
        (EQUAL, 0, 4, IOCTL),
        (LOAD, 0, 0, 24), (EQUAL, 0, 1, TIOCSTI), (RETURN, 0, 0, DENY), (LOAD, 0, 0, 0),
    ]  # fmt: skip
    for number in NUMBERS:
        lines += [(EQUAL, 0, 1, number), (RETURN, 0, 0, ALLOW)]
    lines.append((RETURN, 0, 0, DENY))
    return b"".join(struct.pack("<HBBI", *line) for line in lines)


PROGRAM = program()  # made once, before the fork


def install() -> bool:
    """Filter this process's system calls from now on; False where the system has no seccomp."""
    if MACHINE != "x86_64":
        return False
    buffer = ctypes.create_string_buffer(PROGRAM, len(PROGRAM))
    header = struct.pack("<HxxxxxxQ", len(PROGRAM) // 8, ctypes.addressof(buffer))
    kept = ctypes.create_string_buffer(header, len(header))
    try:
        prctl(PR_SET_SECCOMP, 2, ctypes.addressof(kept))
    except OSError:
        return False
    return True
