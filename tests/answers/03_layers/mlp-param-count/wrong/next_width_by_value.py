# misconception: You look up the next width by its value, which fails when a width occurs twice. Go
#   by position.
def mlp_param_count(sizes):
    sizes = list(sizes)
    total = 0
    for n_in in sizes[:-1]:
        n_out = sizes[sizes.index(n_in) + 1]
        total += n_in * n_out + n_out
    return total
