# misconception: You count the bias as a single number. It has one value for each output.
def linear_param_count(in_features, out_features, bias=True):
    return in_features * out_features + int(bias)
