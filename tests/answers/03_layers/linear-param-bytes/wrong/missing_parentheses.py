# misconception: You multiply only the biases by 4. Put the sum in brackets: the weights take 4
#   bytes each too.
def linear_param_bytes(in_features, out_features, bias=True):
    if bias:
        return in_features * out_features + out_features * 4
    return in_features * out_features * 4
