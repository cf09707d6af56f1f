# misconception: You return a float. A count is a whole number: use Python's numbers, not a float
#   array.
def mlp_flops(batch, sizes):
    widths = np.array(sizes, dtype=float)
    return 2 * batch * np.sum(widths[:-1] * widths[1:])
