# style: Every parameter is flattened and its length taken.
def count_parameters(layers):
    flat = []
    for layer in layers:
        flat += [np.ravel(p.numpy()) for p in layer.parameters()]
    return sum(len(values) for values in flat)
