"""The isolated engine: student code and the tests of it never share a process.

Its parts, by process:

- `engine` grades a class: it starts, watches and ends all of the processes below;
- `tests` is the trusted side: a `worker` process reads and restores a submission, runs its tests
  with the `runner` and sends requests to the student process through a `client`;
- `student` runs in the student process: the `forkserver` it is forked from, the `server` that
  answers requests, and `shell`, IPython without a kernel;
- `protocol` is what crosses between these two: frames of plain values, never pickle or code;
- `sandbox` is what a student process is put into before any student code runs;
- `cluster` runs engines on the workers of a Dask scheduler.

`tests` and `student` never import each other, and nothing here opens the gradebook.
"""
