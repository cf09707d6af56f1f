# misconception: You square the MACs. Multiply them by 2.
def linear_flops(batch, in_features, out_features):
    macs = batch * in_features * out_features
    return macs ** 2
