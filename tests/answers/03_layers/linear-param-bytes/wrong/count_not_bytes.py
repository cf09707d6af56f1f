# misconception: The number of values is returned, as if each cost one byte.
def linear_param_bytes(in_features, out_features, bias=True):
    memory = in_features * out_features
    if bias:
        memory += out_features
    return memory
