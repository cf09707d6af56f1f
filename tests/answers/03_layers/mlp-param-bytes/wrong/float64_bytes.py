# misconception: A value is taken to cost 8 bytes, as in NumPy's default float64.
def mlp_param_bytes(sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        weight = np.zeros((n_in, n_out))
        bias = np.zeros(n_out)
        total += weight.nbytes + bias.nbytes
    return total
