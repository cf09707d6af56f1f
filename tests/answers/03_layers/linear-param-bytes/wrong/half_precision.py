# misconception: You count 2 bytes for a value, as in float16. Ours are float32: 4 bytes.
BYTES_PER_PARAM = 2


def linear_param_bytes(in_features, out_features, bias=True):
    return (in_features * out_features + (out_features if bias else 0)) * BYTES_PER_PARAM
