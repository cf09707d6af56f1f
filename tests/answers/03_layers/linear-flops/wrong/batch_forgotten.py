# misconception: The operations for one sample are given, the batch is forgotten.
def linear_flops(batch, in_features, out_features):
    return 2 * in_features * out_features
