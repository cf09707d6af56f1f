# misconception: The bias is counted as an extra row of the weights and once more on its own.
def linear_param_count(in_features, out_features, bias=True):
    if bias:
        return (in_features + 1) * out_features + out_features
    return in_features * out_features
