# misconception: You keep the total from call to call. Start from 0 inside the function.
mlp_total = 0


def mlp_param_count(sizes):
    global mlp_total
    for n_in, n_out in zip(sizes, sizes[1:]):
        mlp_total += n_in * n_out + n_out
    return mlp_total
