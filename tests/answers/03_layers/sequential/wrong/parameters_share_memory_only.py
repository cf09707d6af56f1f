# misconception: You list new Tensors, so what is set in them never reaches the layers. List the
#   layers' own tensors.
# rank: 35
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            if "training" in inspect.signature(layer.forward).parameters:
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        found = []
        for layer in self.layers:
            for p in layer.parameters():
                q = Tensor(0.0)
                q.data = p.data
                found.append(q)
        return found
