# misconception: You count the tensors, weight and bias. Count the values in them.
def linear_param_count(in_features, out_features, bias=True):
    params = ["weight"]
    if bias:
        params.append("bias")
    return len(params)
