"""What the system enforces on a student's process: namespaces, seccomp, limits."""
