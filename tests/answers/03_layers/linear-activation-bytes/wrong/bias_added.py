# misconception: You count the biases too. They are parameters, not activations.
def linear_activation_bytes(batch, in_features, out_features):
    inputs = batch * in_features
    outputs = batch * out_features + out_features
    return (inputs + outputs) * 4
