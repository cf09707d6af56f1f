# misconception: You count the output twice. The result of the layer counts once.
def linear_activation_bytes(batch, in_features, out_features):
    x = batch * in_features
    xw = batch * out_features
    y = batch * out_features
    return 4 * (x + xw + y)
