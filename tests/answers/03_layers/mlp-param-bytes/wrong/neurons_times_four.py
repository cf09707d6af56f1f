# misconception: You add the widths. These are the activations of one sample; count the weights and
#   biases.
def mlp_param_bytes(sizes):
    return 4 * sum(sizes)
