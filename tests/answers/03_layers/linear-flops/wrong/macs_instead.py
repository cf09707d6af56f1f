# misconception: MACs are returned: a multiplication and its addition are counted as one operation.
def linear_flops(batch, in_features, out_features):
    return batch * in_features * out_features
