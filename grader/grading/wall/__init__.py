"""The isolated engine: a student's code and the tests of it never share a process.

The rooms, in the order of a submission's way:

- `intake`    reads what was handed in, as data, and brings it back to the shape of its release;
- `nursery`   keeps a warm process, the `ward`, from which every submission's student side is forked;
- `rehearsal` is what that process does once, so that no submission has to do it for the first time;
- `jail`      is what such a process is put into before any of the student's code runs;
- `student`   runs the student's cells there and answers requests about the objects that they made;
- `shell`     is IPython there, without a kernel, and `cells` how it makes code of a cell;
- `wire`      is what crosses between the two sides: frames of plain values, and nothing else;
- `plain`     is what becomes of values that are not plain, and `raised` of exceptions;
- `remote`    is the grader's end of it: it asks, and checks what is answered;
- `lent`      finds what a request has changed of the lists and arrays that it was given;
- `handles`   stand on the grader's side for objects that live on the student's;
- `namespace` is what a test cell sees: its own names, and handles for the student's;
- `judge`     runs the test cells of the source;
- `desk`      is the process that a judge sits in, for one submission after another;
- `ledger`    writes marks and notebooks; only the parent does that;
- `engine`    grades a class: it starts, watches and ends all of the above.

Where one machine is not enough:

- `parcel`    makes plain data of an exam and of submissions, and a term of that data elsewhere;
- `outpost`   is what a Dask worker runs: an engine in a process of its own;
- `cluster`   sends submissions to a Dask scheduler and hands on what comes back.
"""
