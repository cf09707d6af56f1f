# misconception: You divide by 1024 twice, which gives mebibytes. The question is how many bytes.
q2_batch = 64 * 3 * 224 * 224 * 4 / 1024**2
q2_all = 50_000 * 3 * 224 * 224 * 4 / 1024**2
