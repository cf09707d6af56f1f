# misconception: The factor 2 is applied twice.
def linear_flops(batch, in_features, out_features):
    macs = 2 * batch * in_features * out_features
    return 2 * macs
