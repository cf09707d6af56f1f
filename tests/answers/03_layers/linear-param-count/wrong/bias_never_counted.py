# misconception: You count only the weights. A layer with a bias has out_features values more.
def linear_param_count(in_features: int, out_features: int, bias: bool = True) -> int:
    return in_features * out_features
