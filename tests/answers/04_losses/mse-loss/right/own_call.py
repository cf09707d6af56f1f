# style: a class without Layer that brings its own methods
#| export
class MSELoss:
    def __call__(self, predictions, targets):
        return self.forward(predictions, targets)

    def parameters(self):
        return []

    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        return Tensor(np.square(predictions.data - wanted).mean())
