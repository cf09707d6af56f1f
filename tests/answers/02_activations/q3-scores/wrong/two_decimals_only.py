# misconception: You round the share to two decimals. Three are asked for.
q3_largest_share = 0.67
q3_ratio = 7.39
