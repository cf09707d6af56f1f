# misconception: You count one row of each picture. It has 224 rows of 224 numbers, for each of three colours.
q2_batch = 64 * 3 * 224 * 4
q2_all = 50_000 * 3 * 224 * 4
