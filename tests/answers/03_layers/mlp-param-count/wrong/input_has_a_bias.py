# misconception: The input width is given a bias too.
def mlp_param_count(sizes):
    weights = sum(a * b for a, b in zip(sizes, sizes[1:]))
    biases = sum(sizes)
    return weights + biases
