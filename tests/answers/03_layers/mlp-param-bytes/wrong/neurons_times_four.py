# misconception: Four bytes per neuron are counted: those are activations of one sample, not parameters.
def mlp_param_bytes(sizes):
    return 4 * sum(sizes)
