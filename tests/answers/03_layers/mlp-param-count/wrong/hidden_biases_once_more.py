# misconception: Hidden widths are given a bias as output of one layer and again as input of the next.
def mlp_param_count(sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += n_in * n_out
    biases = sizes[1:]
    for hidden in sizes[1:-1]:
        total += hidden
    return total + sum(biases)
