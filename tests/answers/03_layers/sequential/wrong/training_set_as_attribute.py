# misconception: training=False does not reach the layers as an attribute. Pass it as an
#   argument of forward, training=training.
# read: Which layers take training?
# rank: 58
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
            layer.training = training
            x = layer.forward(x)
        return x

    def parameters(self):
        params = []
        for layer in self.layers:
            params.extend(layer.parameters())
        return params
