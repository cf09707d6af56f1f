# misconception: You count 8 bytes for each number, as for float64. float32 has 4.
q2_batch = 64 * 3 * 224 * 224 * 8
q2_all = 50_000 * 3 * 224 * 224 * 8
