# style: A helper of the cell counts the values, the function multiplies.
FLOAT32_BYTES = 4


def _values(rows, columns, with_bias):
    return rows * columns + (columns if with_bias else 0)


def linear_param_bytes(in_features, out_features, bias=True):
    return FLOAT32_BYTES * _values(in_features, out_features, with_bias=bias)
