# misconception: There is no part of a batch. Round up where the last one is kept, and down where it is dropped.
q1_kept = 1437 / 32
q1_dropped = 1437 / 32
