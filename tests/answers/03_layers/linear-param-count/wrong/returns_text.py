# misconception: You return a text. Return the number itself.
def linear_param_count(in_features, out_features, bias=True):
    n = in_features * out_features + (out_features if bias else 0)
    return f"{n:,} parameters"
