# misconception: You keep the first argument only. Keep all layers.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        first = layers[0] if layers else []
        self.layers = list(first) if isinstance(first, (list, tuple)) else [first]

    def forward(self, x, training=True):
        out = x
        for layer in self.layers:
            names = inspect.signature(layer.forward).parameters
            kwargs = {"training": training} if "training" in names else {}
            out = layer.forward(out, **kwargs)
        return out

    def parameters(self):
        all_params = []
        for layer in self.layers:
            all_params += layer.parameters()
        return all_params
