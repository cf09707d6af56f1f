# misconception: You count 4 operations for each MAC. It is 2: a multiplication and an addition.
def linear_flops(batch, in_features, out_features):
    macs = 2 * batch * in_features * out_features
    return 2 * macs
