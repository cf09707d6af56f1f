# misconception: You count the biases of hidden widths twice. Each width has biases as the output of
#   one layer only.
def mlp_param_count(sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += n_in * n_out
    biases = sizes[1:]
    for hidden in sizes[1:-1]:
        total += hidden
    return total + sum(biases)
