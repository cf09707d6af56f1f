# misconception: You list one tensor of each layer. List all of them, in the layer's order.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            self.layers = list(layers[0])
        else:
            self.layers = list(layers)

    def forward(self, x, training=True):
        out = x
        for layer in self.layers:
            names = inspect.signature(layer.forward).parameters
            kwargs = {"training": training} if "training" in names else {}
            out = layer.forward(out, **kwargs)
        return out

    def parameters(self):
        params = []
        for layer in self.layers:
            tensors = layer.parameters()
            if tensors:
                params.append(tensors[0])
        return params
