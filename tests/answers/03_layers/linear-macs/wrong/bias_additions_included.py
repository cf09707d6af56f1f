# misconception: The additions of the bias are counted as multiply-accumulates.
def linear_macs(batch, in_features, out_features):
    macs = batch * in_features * out_features
    macs += batch * out_features
    return macs
