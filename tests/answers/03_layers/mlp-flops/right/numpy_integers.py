# style: NumPy multiplies the shifted widths and the result is a 64-bit NumPy integer.
def mlp_flops(batch, sizes):
    widths = np.asarray(sizes, dtype=np.int64)
    return 2 * batch * np.sum(widths[1:] * widths[:-1])
