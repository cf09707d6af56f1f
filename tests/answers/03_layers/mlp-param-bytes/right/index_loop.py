# style: Plain indices, bytes added layer by layer.
def mlp_param_bytes(sizes):
    total_bytes = 0
    for i in range(len(sizes) - 1):
        n_in = sizes[i]
        n_out = sizes[i + 1]
        total_bytes += 4 * n_in * n_out
        total_bytes += 4 * n_out
    return total_bytes
