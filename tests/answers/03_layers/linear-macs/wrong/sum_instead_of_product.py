# misconception: You add the sizes. Every sample, input and output meet, so multiply all three.
def linear_macs(batch, in_features, out_features):
    return batch + in_features + out_features
