# misconception: You count four channels. The pictures have three colours.
q2_batch = 64 * 4 * 224 * 224 * 4
q2_all = 50_000 * 4 * 224 * 224 * 4
