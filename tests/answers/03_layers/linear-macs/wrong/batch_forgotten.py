# misconception: You leave out the batch. Every sample is multiplied with the weights.
def linear_macs(batch, in_features, out_features):
    return in_features * out_features
