# misconception: You list the first tensors of all layers before the others. List them layer by
#   layer.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        super().__init__()
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            takes_training = "training" in inspect.signature(layer.forward).parameters
            x = layer.forward(x, training=training) if takes_training else layer.forward(x)
        return x

    def parameters(self):
        weights, biases = [], []
        for layer in self.layers:
            tensors = layer.parameters()
            weights.extend(tensors[:1])
            biases.extend(tensors[1:])
        return weights + biases
