# misconception: You leave out the last batch, with the 29 samples that are left over. Without drop_last it counts too.
# rank: 10
q1_kept = 44
q1_dropped = 44
