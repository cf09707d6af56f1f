# misconception: The memory of the weights is given instead of that of input and output.
def linear_activation_bytes(batch, in_features, out_features):
    return in_features * out_features * 4
