# misconception: You multiply by the size of a batch. Divide by it: how often does it go into
#   1,437?
q1_kept = 1437 * 32
q1_dropped = 1436 * 32
