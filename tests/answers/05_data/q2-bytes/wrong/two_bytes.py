# misconception: You count 2 bytes for each number, as for float16. float32 has 4.
q2_batch = 64 * 3 * 224 * 224 * 2
q2_all = 50_000 * 3 * 224 * 224 * 2
