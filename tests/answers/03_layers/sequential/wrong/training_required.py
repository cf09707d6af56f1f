# misconception: Your forward cannot be called without training. Give it the default True.
# read: Which layers take training?
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        super().__init__()
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training):
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
