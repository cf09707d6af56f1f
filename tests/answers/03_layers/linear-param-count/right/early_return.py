# style: An early return for the layer without bias.
def linear_param_count(in_features, out_features, bias=True):
    weights = in_features * out_features
    if not bias:
        return weights
    return weights + out_features
