# misconception: You take the layers out of the list that was passed in. Leave it as it is and
#   make a new list.
# rank: 30
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        self.layers = []
        if len(layers) == 1 and isinstance(layers[0], list):
            while layers[0]:
                self.layers.append(layers[0].pop(0))
        else:
            self.layers.extend(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            takes_training = "training" in inspect.signature(layer.forward).parameters
            x = layer.forward(x, training=training) if takes_training else layer.forward(x)
        return x

    def parameters(self):
        params = []
        for layer in self.layers:
            params.extend(layer.parameters())
        return params
