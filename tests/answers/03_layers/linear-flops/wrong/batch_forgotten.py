# misconception: You leave out the batch. Every sample is multiplied with the weights.
def linear_flops(batch, in_features, out_features):
    return 2 * in_features * out_features
