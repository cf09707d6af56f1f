# misconception: You divide the smallest share by the largest. Divide the other way round.
q3_largest_share = 0.6652
q3_ratio = 0.1353
