# misconception: You multiply the total by 4 at every layer. Multiply once, at the end.
def mlp_param_bytes(sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += n_in * n_out + n_out
        total *= 4
    return total
