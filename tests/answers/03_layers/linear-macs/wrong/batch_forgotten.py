# misconception: The work for one sample is given, the batch is forgotten.
def linear_macs(batch, in_features, out_features):
    return in_features * out_features
