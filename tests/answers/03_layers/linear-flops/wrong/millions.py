# misconception: You return millions. Single operations are asked for, so do not divide.
def linear_flops(batch, in_features, out_features):
    flops = 2 * batch * in_features * out_features
    return round(flops / 1e6, 2)
