# misconception: You count one bias for each input. The bias has one value for each output.
def linear_param_bytes(in_features, out_features, bias=True):
    weight_bytes = in_features * out_features * 4
    bias_bytes = in_features * 4 if bias else 0
    return weight_bytes + bias_bytes
