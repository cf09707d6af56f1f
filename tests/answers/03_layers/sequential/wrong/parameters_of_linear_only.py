# misconception: You list no parameters of layers other than Linear. Ask every layer for
#   layer.parameters().
# rank: 55
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            self.layers = list(layers[0])
        else:
            self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            takes_training = "training" in inspect.signature(layer.forward).parameters
            x = layer.forward(x, training=training) if takes_training else layer.forward(x)
        return x

    def parameters(self):
        params = []
        for layer in self.layers:
            if isinstance(layer, Linear):
                params.extend(layer.parameters())
        return params
