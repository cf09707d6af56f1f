# misconception: The bytes of the bias are left out.
def linear_param_bytes(in_features, out_features, bias=True):
    bytes_per_value = 4
    return in_features * out_features * bytes_per_value
