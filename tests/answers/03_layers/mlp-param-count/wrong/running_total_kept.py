# misconception: The total is a global that is never set back, so a second call adds to the first.
mlp_total = 0


def mlp_param_count(sizes):
    global mlp_total
    for n_in, n_out in zip(sizes, sizes[1:]):
        mlp_total += n_in * n_out + n_out
    return mlp_total
