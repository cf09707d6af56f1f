# misconception: You give the smallest share. The largest is asked for.
q3_largest_share = 0.0900
q3_ratio = 7.389
