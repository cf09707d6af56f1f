# misconception: The result is in bits: float32 is taken as 32 units a value.
def linear_param_bytes(in_features, out_features, bias=True):
    n_params = in_features * out_features
    if bias:
        n_params = n_params + out_features
    return n_params * 32
