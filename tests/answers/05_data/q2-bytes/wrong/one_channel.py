# misconception: You leave out the three colours. A picture has 3 times 224 times 224 numbers.
q2_batch = 64 * 224 * 224 * 4
q2_all = 50_000 * 224 * 224 * 4
