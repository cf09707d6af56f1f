# misconception: One addition per output value is counted instead of one per multiplication.
def linear_flops(batch, in_features, out_features):
    multiplications = batch * in_features * out_features
    additions = batch * out_features
    return multiplications + additions
