# misconception: The bias is counted even when the layer has none.
def linear_param_count(in_features, out_features, bias=True):
    weights = in_features * out_features
    biases = out_features
    return weights + biases
