# misconception: You refuse layers that do not inherit from Layer. Accept anything with
#   forward(x) and parameters().
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        for layer in layers:
            if not isinstance(layer, Layer):
                raise TypeError(f"{type(layer).__name__} is not a Layer")
        self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            if "training" in inspect.signature(layer.forward).parameters:
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        all_params = []
        for layer in self.layers:
            all_params += layer.parameters()
        return all_params
