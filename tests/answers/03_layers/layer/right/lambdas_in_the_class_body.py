# style: Call and parameters are lambdas in the class body.
class Layer:
    def forward(self, x, *args, **kwargs):
        message = "this layer does not say how to compute its output"
        raise NotImplementedError(message)

    __call__ = lambda self, *args, **kwargs: self.forward(*args, **kwargs)  # noqa: E731
    parameters = lambda self: []  # noqa: E731
