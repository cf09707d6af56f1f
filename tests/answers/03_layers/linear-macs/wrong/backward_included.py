# misconception: You count the backward pass too. Only the forward pass is asked for.
def linear_macs(batch, in_features, out_features):
    forward = batch * in_features * out_features
    backward = 2 * forward
    return forward + backward
