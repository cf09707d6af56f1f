# misconception: That is a number of samples. The question is how many batches there are.
q1_kept = 1437
q1_dropped = 1437 - 1437 % 32
