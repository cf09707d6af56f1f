# misconception: You catch a layer's error and go on with the next layer. Let the layer's error
#   go on as it is.
# rank: 70
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        super().__init__()
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            try:
                if "training" in inspect.signature(layer.forward).parameters:
                    x = layer.forward(x, training=training)
                else:
                    x = layer.forward(x)
            except Exception:
                continue
        return x

    def parameters(self):
        params = []
        for layer in self.layers:
            params.extend(layer.parameters())
        return params
