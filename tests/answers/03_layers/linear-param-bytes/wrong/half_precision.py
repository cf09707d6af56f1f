# misconception: A value is taken to cost 2 bytes, as in half precision.
BYTES_PER_PARAM = 2


def linear_param_bytes(in_features, out_features, bias=True):
    return (in_features * out_features + (out_features if bias else 0)) * BYTES_PER_PARAM
