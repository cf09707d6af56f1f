# misconception: You leave out the first layer. The pairs begin with the input width.
def mlp_param_count(sizes):
    total = 0
    for i in range(1, len(sizes) - 1):
        n_in = sizes[i]
        n_out = sizes[i + 1]
        total += n_in * n_out + n_out
    return total
