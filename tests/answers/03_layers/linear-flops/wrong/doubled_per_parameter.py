# misconception: Two operations per parameter are counted, the bias values included.
def linear_flops(batch, in_features, out_features):
    params = in_features * out_features + out_features
    return 2 * batch * params
