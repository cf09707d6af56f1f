# misconception: Parentheses are missing, so only the bias values are multiplied by 4 bytes.
def mlp_param_bytes(sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += n_in * n_out + n_out * 4
    return total
