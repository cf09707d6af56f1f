# misconception: You count one bias for each input. The bias has one value for each output.
def linear_param_count(in_features, out_features, bias=True):
    count = in_features * out_features
    if bias:
        count += in_features
    return count
