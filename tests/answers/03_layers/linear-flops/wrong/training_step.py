# misconception: A whole training step is counted, forward and backward, at 6 operations a weight.
def linear_flops(batch, in_features, out_features):
    return 6 * batch * in_features * out_features
