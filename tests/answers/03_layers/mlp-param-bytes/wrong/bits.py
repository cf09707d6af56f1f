# misconception: You return bits. Bytes are asked for: 4 for each value.
def mlp_param_bytes(sizes):
    bits = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        bits += 32 * (n_in * n_out + n_out)
    return bits
