# misconception: The widths are put into a float array, so the count is a float.
def mlp_flops(batch, sizes):
    widths = np.array(sizes, dtype=float)
    return 2 * batch * np.sum(widths[:-1] * widths[1:])
