# misconception: The backward pass is counted too, which triples the work.
def linear_macs(batch, in_features, out_features):
    forward = batch * in_features * out_features
    backward = 2 * forward
    return forward + backward
