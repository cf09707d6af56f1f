# style: The parts stand in a dictionary and are summed.
def linear_param_bytes(in_features, out_features, bias=True):
    parts = {"weight": 4 * in_features * out_features, "bias": 0}
    if bias:
        parts["bias"] = 4 * out_features
    return sum(parts.values())
