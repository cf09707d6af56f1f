# style: where the batches start
starts = range(0, 1437, 32)
q1_kept = len(starts)
q1_dropped = sum(start + 32 <= 1437 for start in starts)
