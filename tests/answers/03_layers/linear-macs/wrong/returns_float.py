# misconception: The exact count is returned as a float.
def linear_macs(batch, in_features, out_features):
    macs = 1.0
    for n in (batch, in_features, out_features):
        macs *= n
    return macs
