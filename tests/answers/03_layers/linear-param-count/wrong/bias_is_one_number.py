# misconception: The bias is taken for a single number shared by all outputs.
def linear_param_count(in_features, out_features, bias=True):
    return in_features * out_features + int(bias)
