# style: A helper in the cell says which layers take the flag; the options go over as keywords.
from inspect import Parameter, signature


def _options(layer, training):
    """The keywords that this layer's forward understands."""
    for name, parameter in signature(layer.forward).parameters.items():
        if name == "training" or parameter.kind == Parameter.VAR_KEYWORD:
            return {"training": training}
    return {}


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = [layer for layer in layers]

    def forward(self, x, training=True):
        for layer in self.layers:
            x = layer.forward(x, **_options(layer, training))
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
