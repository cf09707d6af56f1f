# misconception: That is how many samples are left over. The question is how many batches there are.
q1_kept = 1437 % 32
q1_dropped = 1437 % 32
