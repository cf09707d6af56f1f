# misconception: You return a text with a unit. Return the number itself.
def linear_flops(batch, in_features, out_features):
    n = 2 * batch * in_features * out_features
    return f"{n / 1e6:.1f} MFLOPs"
