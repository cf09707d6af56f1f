# misconception: You add the activations of a sample. Only the parameters are asked for.
def mlp_param_bytes(sizes):
    params = sum(a * b + b for a, b in zip(sizes, sizes[1:]))
    activations = sum(sizes)
    return 4 * (params + activations)
