# misconception: You multiply by the batch twice. Each sample counts once.
def linear_flops(batch, in_features, out_features):
    inputs = batch * in_features
    outputs = batch * out_features
    return 2 * inputs * outputs
