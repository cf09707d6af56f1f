# misconception: You count 8 bytes for a value, as in float64. Ours are float32: 4 bytes.
def mlp_param_bytes(sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        weight = np.zeros((n_in, n_out))
        bias = np.zeros(n_out)
        total += weight.nbytes + bias.nbytes
    return total
