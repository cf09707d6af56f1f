# misconception: You return a float. A count is a whole number: use *, without a division.
def linear_flops(batch, in_features, out_features):
    return 2.0 * batch * in_features * out_features
