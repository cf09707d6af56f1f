# misconception: You return millions. Single operations are asked for, so do not divide.
def linear_macs(batch, in_features, out_features):
    macs = batch * in_features * out_features
    return macs / 1_000_000
