# misconception: Only the weights are counted, the bias never.
def linear_param_count(in_features: int, out_features: int, bias: bool = True) -> int:
    return in_features * out_features
