# misconception: You count one MAC for each output value. Each output takes in_features of them.
def linear_macs(batch, in_features, out_features):
    number_of_outputs = batch * out_features
    return number_of_outputs
