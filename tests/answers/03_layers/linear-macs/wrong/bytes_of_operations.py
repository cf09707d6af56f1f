# misconception: You multiply by 4 bytes. Operations are counted, not stored values.
def linear_macs(batch, in_features, out_features):
    return batch * in_features * out_features * 4
