# misconception: One operation per input value is counted, although each meets every output.
def linear_macs(batch, in_features, out_features):
    return batch * in_features
