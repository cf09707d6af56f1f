# style: A NumPy softmax of the three scores.
scores = np.array([1000.0, 1001.0, 1002.0])
shares = np.exp(scores - scores.max())
shares = shares / shares.sum()
q3_largest_share = shares[-1]
q3_ratio = shares[-1] / shares[0]
