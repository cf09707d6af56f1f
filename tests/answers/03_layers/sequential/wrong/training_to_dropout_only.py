# misconception: training=False does not reach a layer that takes it but is no Dropout. Ask
#   inspect.signature(layer.forward).
# read: Which layers take training?
# rank: 52
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
            if isinstance(layer, Dropout):
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        all_params = []
        for layer in self.layers:
            all_params += layer.parameters()
        return all_params
