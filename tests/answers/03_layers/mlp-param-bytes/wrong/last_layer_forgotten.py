# misconception: You leave out the last layer. The loop must reach the last pair of widths.
def mlp_param_bytes(sizes):
    hidden = sizes[:-1]
    total = 0
    for n_in, n_out in zip(hidden, hidden[1:]):
        total += (n_in * n_out + n_out) * 4
    return total
