# misconception: The two sizes of the weight matrix are added instead of multiplied.
def linear_param_count(in_features, out_features, bias=True):
    weights = in_features + out_features
    if bias:
        return weights + out_features
    return weights
