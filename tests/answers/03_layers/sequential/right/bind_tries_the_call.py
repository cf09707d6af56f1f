# style: signature.bind tells whether a call with the flag would fit, without making it.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        super().__init__()
        if len(layers) == 1 and isinstance(layers[0], (tuple, list)):
            layers = tuple(layers[0])
        self.layers = list(layers)

    def _accepts(self, layer, x, training):
        try:
            inspect.signature(layer.forward).bind(x, training=training)
        except TypeError:
            return False
        return True

    def forward(self, x, training=True):
        out = x
        for layer in self.layers:
            if self._accepts(layer, out, training):
                out = layer.forward(out, training=training)
            else:
                out = layer.forward(out)
        return out

    def parameters(self):
        params = []
        for layer in self.layers:
            params += list(layer.parameters())
        return params
