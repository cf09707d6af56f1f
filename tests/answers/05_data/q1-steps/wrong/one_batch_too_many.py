# misconception: 44 batches are full, and one holds the rest: 45 in all. You count one too many, or drop a full one.
q1_kept = 45 + 1
q1_dropped = 44 - 1
