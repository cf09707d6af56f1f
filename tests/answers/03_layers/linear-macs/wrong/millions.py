# misconception: The result is in millions instead of single operations.
def linear_macs(batch, in_features, out_features):
    macs = batch * in_features * out_features
    return macs / 1_000_000
