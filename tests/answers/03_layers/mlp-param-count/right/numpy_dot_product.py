# style: A dot product of the shifted widths in 64-bit integers.
def mlp_param_count(sizes):
    widths = np.array(sizes, dtype=np.int64)
    weights = np.dot(widths[:-1], widths[1:])
    return int(weights + widths[1:].sum())
