# misconception: You count in 32-bit integers, which overflow for a large model. Use Python's whole
#   numbers.
def mlp_param_bytes(sizes):
    widths = np.array(sizes, dtype=np.int32)
    weights = widths[:-1] * widths[1:]
    return int(4 * np.sum(weights + widths[1:], dtype=np.int32))
