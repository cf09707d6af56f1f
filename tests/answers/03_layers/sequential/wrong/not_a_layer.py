# misconception: Your container cannot be called as model(x). Write class Sequential(Layer).
import inspect


class Sequential:
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
        all_params = []
        for layer in self.layers:
            all_params += layer.parameters()
        return all_params
