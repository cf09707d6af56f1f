# misconception: One operation per output value is counted, although each needs in_features of them.
def linear_macs(batch, in_features, out_features):
    number_of_outputs = batch * out_features
    return number_of_outputs
