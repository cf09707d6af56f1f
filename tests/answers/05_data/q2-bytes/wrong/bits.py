# misconception: You count bits. A float32 number has 32 bits, which are 4 bytes.
q2_batch = 64 * 3 * 224 * 224 * 32
q2_all = 50_000 * 3 * 224 * 224 * 32
