# misconception: That is how many numbers there are. A float32 number has 4 bytes.
# rank: 10
q2_batch = 64 * 3 * 224 * 224
q2_all = 50_000 * 3 * 224 * 224
