# misconception: You count one MAC less for each output. Every product is added, so there are
#   in_features of them.
def linear_macs(batch, in_features, out_features):
    return batch * (in_features - 1) * out_features
