# misconception: The weight matrix is taken for a square of the output size.
def linear_param_count(in_features, out_features, bias=True):
    weight = out_features * out_features
    return weight + out_features if bias else weight
