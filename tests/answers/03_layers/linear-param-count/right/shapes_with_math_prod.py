# style: The shapes are listed and multiplied out with math.prod.
import math


def linear_param_count(in_features: int, out_features: int, bias: bool = True) -> int:
    shapes = [(in_features, out_features)]
    if bias:
        shapes.append((out_features,))
    return sum(math.prod(shape) for shape in shapes)
