# misconception: You multiply only the weights by 4. The biases take 4 bytes each too.
def linear_param_bytes(in_features, out_features, bias=True):
    memory = in_features * out_features * 4
    if bias:
        memory += out_features
    return memory
