# misconception: The two sizes of the weight matrix are added instead of multiplied.
def linear_param_bytes(in_features, out_features, bias=True):
    weights = (in_features + out_features) * 4
    return weights + out_features * 4 if bias else weights
