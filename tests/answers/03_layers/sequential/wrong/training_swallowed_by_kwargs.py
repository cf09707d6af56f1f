# misconception: training=False gets lost in your forward. Name the argument and pass
#   training=training to the layers that take it.
# read: Which layers take training?
# rank: 59
class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            self.layers = list(layers[0])
        else:
            self.layers = list(layers)

    def forward(self, x, **kwargs):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def parameters(self):
        all_params = []
        for layer in self.layers:
            all_params += layer.parameters()
        return all_params
