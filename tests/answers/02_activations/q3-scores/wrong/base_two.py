# misconception: You take powers of 2. The base is e: np.exp.
q3_largest_share = 4 / (1 + 2 + 4)
q3_ratio = 4.0
