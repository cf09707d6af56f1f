# misconception: The operations are multiplied by 4, as if they were stored values.
def linear_macs(batch, in_features, out_features):
    return batch * in_features * out_features * 4
