# misconception: Only the first layer that takes training gets it. Pass it to all of them.
# read: Which layers take training?
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        super().__init__()
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        passed = False
        for layer in self.layers:
            if not passed and "training" in inspect.signature(layer.forward).parameters:
                x = layer.forward(x, training=training)
                passed = True
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        params = []
        for layer in self.layers:
            params.extend(layer.parameters())
        return params
