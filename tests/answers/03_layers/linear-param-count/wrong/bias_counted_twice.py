# misconception: You count the biases twice. Each output has one bias, counted once.
def linear_param_count(in_features, out_features, bias=True):
    if bias:
        return (in_features + 1) * out_features + out_features
    return in_features * out_features
