# misconception: You turn a layer's ValueError into another error. Let the layer's error go on
#   as it is.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        super().__init__()
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        for i, layer in enumerate(self.layers):
            try:
                if "training" in inspect.signature(layer.forward).parameters:
                    x = layer.forward(x, training=training)
                else:
                    x = layer.forward(x)
            except ValueError as error:
                raise RuntimeError(f"layer {i} failed: {error}")
        return x

    def parameters(self):
        params = []
        for layer in self.layers:
            params.extend(layer.parameters())
        return params
