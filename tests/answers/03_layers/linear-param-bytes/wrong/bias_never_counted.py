# misconception: You leave out the biases. They take 4 bytes each, as the weights do.
def linear_param_bytes(in_features, out_features, bias=True):
    bytes_per_value = 4
    return in_features * out_features * bytes_per_value
