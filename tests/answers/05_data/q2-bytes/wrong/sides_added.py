# misconception: You add the sides of a picture. It has 224 times 224 numbers for each colour.
q2_batch = 64 * 3 * (224 + 224) * 4
q2_all = 50_000 * 3 * (224 + 224) * 4
