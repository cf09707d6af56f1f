# misconception: You go on with the training of the first call. Pass on that of this call.
# read: Which layers take training?
# rank: 50
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            self.layers = list(layers[0])
        else:
            self.layers = list(layers)

    def forward(self, x, training=True):
        if not hasattr(self, "mode"):
            self.mode = training
        for layer in self.layers:
            if "training" in inspect.signature(layer.forward).parameters:
                x = layer.forward(x, training=self.mode)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        params = []
        for layer in self.layers:
            params.extend(layer.parameters())
        return params
