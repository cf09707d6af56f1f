# misconception: You return the number of values. Each takes 4 bytes.
def linear_param_bytes(in_features, out_features, bias=True):
    memory = in_features * out_features
    if bias:
        memory += out_features
    return memory
