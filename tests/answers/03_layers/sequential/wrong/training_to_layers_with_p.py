# misconception: training=False does not reach a layer that takes it but has no p. Ask
#   inspect.signature(layer.forward).
# read: Which layers take training?
# rank: 61
class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            self.layers = list(layers[0])
        else:
            self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            if hasattr(layer, "p"):
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        all_params = []
        for layer in self.layers:
            all_params += layer.parameters()
        return all_params
