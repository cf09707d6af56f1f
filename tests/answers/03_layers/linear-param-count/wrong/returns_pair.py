# misconception: You return weights and biases as a pair. Return their sum.
def linear_param_count(in_features, out_features, bias=True):
    if bias:
        return in_features * out_features, out_features
    return in_features * out_features, 0
