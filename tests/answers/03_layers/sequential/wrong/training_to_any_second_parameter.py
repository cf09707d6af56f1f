# misconception: You give training to any layer with a second parameter, which may mean
#   something else. Look for the name training.
# read: Which layers take training?
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            self.layers = list(layers[0])
        else:
            self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            if len(inspect.signature(layer.forward).parameters) > 1:
                x = layer.forward(x, training)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        params = []
        for layer in self.layers:
            params.extend(layer.parameters())
        return params
