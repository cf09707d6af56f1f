# misconception: You give arrays to the layers. Give them Tensors: the output of the layer
#   before, as it is.
# rank: 60
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            self.layers = list(layers[0])
        else:
            self.layers = list(layers)

    def forward(self, x, training=True):
        data = x.data
        for layer in self.layers:
            if "training" in inspect.signature(layer.forward).parameters:
                data = layer.forward(data, training=training)
            else:
                data = layer.forward(data)
            if isinstance(data, Tensor):
                data = data.data
        return Tensor(data)

    def parameters(self):
        params = []
        for layer in self.layers:
            params.extend(layer.parameters())
        return params
