# misconception: That is how many samples a batch has. The question is how many batches there
#   are.
q1_kept = 32
q1_dropped = 32
