# misconception: You give megabytes. The question is how many bytes.
q2_batch = 64 * 3 * 224 * 224 * 4 / 1e6
q2_all = 50_000 * 3 * 224 * 224 * 4 / 1e6
