# misconception: You count the last batch in spite of drop_last. It has only 29 samples, so it is left out.
# rank: 10
q1_kept = 45
q1_dropped = 45
