# style: Decimals as asked for.
q3_largest_share = 0.665
q3_ratio = 7.39
