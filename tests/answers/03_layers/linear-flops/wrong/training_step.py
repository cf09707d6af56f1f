# misconception: You count a whole training step. Only the forward pass is asked for.
def linear_flops(batch, in_features, out_features):
    return 6 * batch * in_features * out_features
