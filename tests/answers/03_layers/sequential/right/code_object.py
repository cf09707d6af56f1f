# style: The names and flags of forward's code object tell whether it takes the keyword.
class Sequential(Layer):
    def __init__(self, *layers):
        one_list = len(layers) == 1 and isinstance(layers[0], (list, tuple))
        self.layers = list(layers[0]) if one_list else list(layers)

    @staticmethod
    def _knows_training(layer):
        code = getattr(layer.forward, "__code__", None)
        if code is None:
            code = type(layer).forward.__code__
        arguments = code.co_varnames[:code.co_argcount + code.co_kwonlyargcount]
        has_kwargs = bool(code.co_flags & 0x08)
        return "training" in arguments or has_kwargs

    def forward(self, x, training=True):
        for layer in self.layers:
            if self._knows_training(layer):
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        params = []
        for layer in self.layers:
            params.extend(layer.parameters())
        return params
