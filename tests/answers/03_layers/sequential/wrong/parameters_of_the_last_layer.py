# misconception: You list the parameters of the last layer only. Extend the list in the loop,
#   instead of replacing it.
# rank: 40
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        self.layers = []
        for item in layers:
            if isinstance(item, (list, tuple)):
                self.layers.extend(item)
            else:
                self.layers.append(item)

    def forward(self, x, training=True):
        for layer in self.layers:
            takes_training = "training" in inspect.signature(layer.forward).parameters
            x = layer.forward(x, training=training) if takes_training else layer.forward(x)
        return x

    def parameters(self):
        params = []
        for layer in self.layers:
            params = list(layer.parameters())
        return params
