# misconception: Only the weights are multiplied by 4, the bias values are added as they are.
def linear_param_bytes(in_features, out_features, bias=True):
    memory = in_features * out_features * 4
    if bias:
        memory += out_features
    return memory
