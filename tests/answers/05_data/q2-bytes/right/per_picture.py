# style: one picture first
picture = 4 * 3 * 224**2
q2_batch = 64 * picture
q2_all = 50_000 * picture
