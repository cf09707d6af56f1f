# style: The layers are paired once with whether they take the flag, and the pairs are walked.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        flat = []
        for entry in layers:
            flat.extend(entry) if isinstance(entry, (list, tuple)) else flat.append(entry)
        self.layers = flat
        self._takes = [self._takes_training(layer) for layer in flat]

    @staticmethod
    def _takes_training(layer):
        found = inspect.signature(layer.forward).parameters
        kinds = [parameter.kind for parameter in found.values()]
        return "training" in found or inspect.Parameter.VAR_KEYWORD in kinds

    def forward(self, x, training=True):
        for layer, takes in zip(self.layers, self._takes):
            x = layer.forward(x, training=training) if takes else layer.forward(x)
        return x

    def parameters(self):
        collected = []
        for layer in self.layers:
            for tensor in layer.parameters():
                collected.append(tensor)
        return collected
