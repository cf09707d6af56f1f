"""The sandbox of a student's process: namespaces, seccomp filter and limits."""
