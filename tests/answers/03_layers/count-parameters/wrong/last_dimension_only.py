# misconception: You count only the last axis. Multiply the lengths of all axes: size.
def count_parameters(layers):
    return sum(p.shape[-1] for layer in layers for p in layer.parameters())
