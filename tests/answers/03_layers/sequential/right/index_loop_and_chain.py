# style: A while loop over an index, and itertools.chain turned into a list.
import inspect
import itertools


class Sequential(Layer):
    def __init__(self, *layers):
        self.layers = []
        source = layers[0] if len(layers) == 1 and isinstance(layers[0], (list, tuple)) else layers
        for layer in source:
            self.layers.append(layer)

    def __len__(self):
        return len(self.layers)

    def __getitem__(self, index):
        return self.layers[index]

    def forward(self, x, training=True):
        i = 0
        while i < len(self.layers):
            run = self.layers[i].forward
            spec = inspect.getfullargspec(run)
            wants = "training" in spec.args or "training" in spec.kwonlyargs or spec.varkw is not None
            x = run(x, training=training) if wants else run(x)
            i += 1
        return x

    def parameters(self):
        return list(itertools.chain.from_iterable(layer.parameters() for layer in self.layers))
