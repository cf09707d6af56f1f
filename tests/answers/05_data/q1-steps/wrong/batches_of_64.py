# misconception: You take batches of 64. The loader gives batches of 32.
q1_kept = -(-1437 // 64)
q1_dropped = 1437 // 64
