# misconception: The MACs are squared instead of doubled.
def linear_flops(batch, in_features, out_features):
    macs = batch * in_features * out_features
    return macs ** 2
