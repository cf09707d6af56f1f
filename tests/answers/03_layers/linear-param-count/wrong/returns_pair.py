# misconception: Weights and bias are returned as a pair instead of one total.
def linear_param_count(in_features, out_features, bias=True):
    if bias:
        return in_features * out_features, out_features
    return in_features * out_features, 0
