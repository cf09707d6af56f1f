# misconception: You count 2 operations for each bias too. Only the matrix product is asked for.
def linear_flops(batch, in_features, out_features):
    params = in_features * out_features + out_features
    return 2 * batch * params
