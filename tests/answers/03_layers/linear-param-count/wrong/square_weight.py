# misconception: You use out_features in both places. The weight has in_features × out_features
#   values.
def linear_param_count(in_features, out_features, bias=True):
    weight = out_features * out_features
    return weight + out_features if bias else weight
