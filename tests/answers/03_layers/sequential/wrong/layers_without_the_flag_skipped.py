# misconception: You leave out the layers that do not take training. Run them without it.
# read: Which layers take training?
class Sequential(Layer):
    def __init__(self, *layers):
        super().__init__()
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            try:
                x = layer.forward(x, training=training)
            except TypeError:
                pass
        return x

    def parameters(self):
        params = []
        for layer in self.layers:
            params.extend(layer.parameters())
        return params
