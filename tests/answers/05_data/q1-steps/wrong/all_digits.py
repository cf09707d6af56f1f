# misconception: You count all 1,797 digits. The training part has 1,437 of them.
q1_kept = -(-1797 // 32)
q1_dropped = 1797 // 32
