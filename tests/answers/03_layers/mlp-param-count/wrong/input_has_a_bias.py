# misconception: You give the input width biases. Only the outputs of layers have them.
def mlp_param_count(sizes):
    weights = sum(a * b for a, b in zip(sizes, sizes[1:]))
    biases = sum(sizes)
    return weights + biases
