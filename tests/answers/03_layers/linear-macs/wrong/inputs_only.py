# misconception: You count one MAC for each input value. Each input meets every output.
def linear_macs(batch, in_features, out_features):
    return batch * in_features
