# misconception: The counts are kept in 32-bit integers, which overflow for the widths of a large model.
def mlp_param_bytes(sizes):
    widths = np.array(sizes, dtype=np.int32)
    weights = widths[:-1] * widths[1:]
    return int(4 * np.sum(weights + widths[1:], dtype=np.int32))
