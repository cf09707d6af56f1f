# misconception: You copy the layers, so a change of the layer that was passed in does not reach
#   your container. Keep the layers themselves.
import inspect
import copy


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = copy.deepcopy(list(layers))

    def forward(self, x, training=True):
        for layer in self.layers:
            takes_training = "training" in inspect.signature(layer.forward).parameters
            x = layer.forward(x, training=training) if takes_training else layer.forward(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
