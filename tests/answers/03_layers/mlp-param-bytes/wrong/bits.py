# misconception: The result is in bits instead of bytes.
def mlp_param_bytes(sizes):
    bits = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        bits += 32 * (n_in * n_out + n_out)
    return bits
