# misconception: Your function fails when there are no parameters. Start from 0, so that nothing
#   adds up to 0.
def count_parameters(layers):
    arrays = [p.data.ravel() for layer in layers for p in layer.parameters()]
    return np.concatenate(arrays).size
