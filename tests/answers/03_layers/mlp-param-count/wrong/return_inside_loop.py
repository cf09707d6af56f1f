# misconception: You count only the first layer. Move the return behind the loop.
def mlp_param_count(sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += n_in * n_out + n_out
        return total
