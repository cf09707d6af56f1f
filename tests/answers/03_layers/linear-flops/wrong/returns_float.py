# misconception: The exact count is returned as a float.
def linear_flops(batch, in_features, out_features):
    return 2.0 * batch * in_features * out_features
